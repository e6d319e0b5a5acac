import { columnLetter, type ImportIssue } from '../cells/import-issue.ts';
import type { SheetScan } from './scan-sheet.ts';

const lettersOf = (reference: string): string => /^[A-Z]*/u.exec(reference)?.[0] ?? '';
const rowOf = (reference: string): number => Math.max(1, Number(/\d+/u.exec(reference)?.[0] ?? 1));
const lastRowOf = (range: string): number => rowOf(range.split(':').at(-1) ?? '');

const place = (reference: string, header: readonly string[]): Pick<ImportIssue, 'row' | 'column'> => {
  const letter = lettersOf(reference);
  const name = header.find((_, index) => columnLetter(index) === letter) ?? '';
  return { row: rowOf(reference), ...(letter !== '' && { column: { name: name.trim(), letter } }) };
};

const list = (references: readonly string[], count: number): string =>
  references.join('、') + (count > references.length ? '…' : '');

const formulaIssue = ({ formulas, formulaCount }: SheetScan, header: readonly string[]): ImportIssue => ({
  ...place(formulas[0] ?? '', header),
  code: 'CELLS_HAVE_FORMULAS',
  problem: {
    zh: `有 ${formulaCount} 个单元格是公式（${list(formulas, formulaCount)}）。`,
    en: `${formulaCount} cells hold formulas (${list(formulas, formulaCount)}).`,
  },
  mend: {
    zh: '请复制后“选择性粘贴 → 数值”，再导入。',
    en: 'Copy the sheet and paste it as values, then import it.',
  },
});

const mergeIssue = (merges: readonly string[], header: readonly string[]): ImportIssue => ({
  ...place(merges[0] ?? '', header),
  code: 'CELLS_MERGED',
  problem: {
    zh: `数据区有 ${merges.length} 处合并单元格（${list(merges.slice(0, 5), merges.length)}）。`,
    en: `${merges.length} ranges of the data are merged (${list(merges.slice(0, 5), merges.length)}).`,
  },
  mend: { zh: '请取消合并，每一行都填写完整。', en: 'Unmerge them and fill in every row.' },
});

/** Why a sheet cannot be taken as it is; a merged title above the header is nothing to mind. */
export const sheetFaults = (scan: SheetScan, header: readonly string[], headerRow: number): ImportIssue[] => {
  const merges = scan.merges.filter((range) => lastRowOf(range) >= headerRow);
  return [
    ...(scan.formulaCount > 0 ? [formulaIssue(scan, header)] : []),
    ...(merges.length > 0 ? [mergeIssue(merges, header)] : []),
  ];
};
