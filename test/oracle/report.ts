import type { Tally } from './subject.ts';

const outcomes = ['APPROVE', 'REVIEW', 'REJECT', 'NOT_CONFIGURED'] as const;
const head = ['instrument', 'cases', 'approve', 'review', 'reject', 'not configured', 'disagreements'];

const grouped = (number: number): string => number.toLocaleString('en-GB');

const cellsOf = (instrument: string, { cases, agreed, outcomes: seen }: Tally): string[] => [
  instrument,
  ...[cases, ...outcomes.map((outcome) => seen.get(outcome) ?? 0), cases - agreed].map(grouped),
];

/** A table as a page of docs/ holds it. */
export const report = (tallies: ReadonlyMap<string, Tally>): string => {
  const rows = [head, ...[...tallies].map(([instrument, tally]) => cellsOf(instrument, tally))];
  const widths = head.map((_, at) => Math.max(...rows.map((cells) => (cells[at] ?? '').length)));
  const lineOf = (cells: readonly string[]): string =>
    `| ${cells.map((cell, at) => (at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0))).join(' | ')} |`;
  const rule = `| ${widths.map((width, at) => (at === 0 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`)).join(' | ')} |`;
  const [first = [], ...rest] = rows.map(lineOf);
  return [first, rule, ...rest].join('\n');
};
