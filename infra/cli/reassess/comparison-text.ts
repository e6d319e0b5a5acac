import Table from 'cli-table3';
import type { ReassessmentView } from '../../../functions/contracts/api/reassessments.ts';
import type { RunDifference } from '../../../functions/contracts/run-difference.ts';
import { yuan } from '../yuan.ts';

type Row = readonly [what: string, before: string, after: string];
type Changed = RunDifference['facts'][number];

const shown = (value: Changed['before']): string => (value === undefined ? '—' : String(value));

const changedRows = (kind: string, changed: readonly Changed[]): Row[] =>
  changed.map(({ name, before, after }) => [`${kind} ${name}`, shown(before), shown(after)]);

const said = (check: RunDifference['checks'][number]['before']): string =>
  check === undefined ? '—' : `${check.outcome}\n${check.sentence.zh}`;

const rowsOf = ({ facts, values, checks, outcome, amounts }: RunDifference): Row[] => [
  ...changedRows('情况 fact', facts),
  ...changedRows('规定 value', values),
  ...checks.map(({ checkId, clause, before, after }): Row => [
    `核验 check ${clause} ${checkId}`,
    said(before),
    said(after),
  ]),
  ...(outcome ? [['结论 outcome', outcome.before, outcome.after] as const] : []),
  ...amounts.map(({ period, beforeFen, afterFen }): Row => [
    `金额 yuan ${period}`,
    yuan(beforeFen),
    yuan(afterFen),
  ]),
];

const sideBySide = (difference: RunDifference): string => {
  const table = new Table({
    head: [`第${difference.lineNo}行 line ${difference.lineNo}`, '原 then', '现 now'],
    colWidths: [44, 36, 36],
    wordWrap: true,
    style: { head: [], border: [] },
  });
  for (const row of rowsOf(difference)) table.push([...row]);
  return table.toString();
};

/** What a re-assessment finds: each line's old and new facts side by side, and the money that follows. */
export const comparisonText = ({
  applicationId,
  lines,
  differences,
  moreFen,
  lessFen,
  offsetFen,
  supplementFen,
}: ReassessmentView): string =>
  [
    `${applicationId}: ${lines.length} 行核定 lines, ${differences.length} 行有变化 differ`,
    ...differences.map(sideBySide),
    `应补 due ${yuan(moreFen)} 元: 抵扣追回 offsets ${yuan(offsetFen)}, 补发 supplement ${yuan(supplementFen)}`,
    `多发 paid too much ${yuan(lessFen)} 元`,
  ].join('\n');
