import type { Sentence } from '../../../contracts/scalars.ts';

/** Something to mend (an error), or something that was mended or is worth a look (a note). */
export type Remark = {
  readonly code: string;
  /** What is wrong. */
  readonly problem: Sentence;
  /** What to do about it. */
  readonly mend: Sentence;
};

/** A remark with its place in the file. Rows are counted as a spreadsheet does: the header is row 1. */
export type ImportIssue = Remark & {
  /** Of a workbook. */
  readonly sheet?: string;
  readonly row: number;
  readonly column?: { readonly name: string; readonly letter: string };
  /** The cell as it was read; masked where the column holds personal data. */
  readonly value?: string;
};

/** `A` for 0, `Z` for 25, `AA` for 26. */
export const columnLetter = (index: number): string =>
  (index >= 26 ? columnLetter(Math.floor(index / 26) - 1) : '') + String.fromCharCode(65 + (index % 26));

/** The file cannot be read as a table at all, so no row of it can be judged. */
export class UnreadableFileError extends Error {
  override readonly name = 'UnreadableFile';
  readonly issues: readonly ImportIssue[];
  constructor(issues: readonly ImportIssue[]) {
    super(issues.map(({ row, problem, mend }) => `row ${row}: ${problem.en} ${mend.en}`).join('\n'));
    this.issues = issues;
  }
}

export const unreadable = (row: number, remark: Remark): UnreadableFileError =>
  new UnreadableFileError([{ row, ...remark }]);
