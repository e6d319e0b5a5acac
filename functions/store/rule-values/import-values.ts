import { maxChanges, ruleChange } from '../../contracts/rule-proposal.ts';
import { ProblemError } from '../../platform/errors.ts';
import { valueColumns, type ValueFault, type ValueRow } from '../../rules/values/value-fault.ts';
import type { KeylessDesk } from '../desk.ts';
import { UnreadableFileError } from '../registers/cells/import-issue.ts';
import type { AskedOfRules, ProposalReceipt } from './change-proposal.ts';
import { refuseFaults, type PlaceOf } from './must-be-right.ts';
import { ownLevel, proposeRows } from './propose-values.ts';
import { readValueFile } from './read-value-file.ts';

export type ValuesImported = AskedOfRules & { readonly text: string };

/** As a spreadsheet counts: the header is row 1. */
const placeInFile: PlaceOf = ({ row, column }) => `row ${row}, ${column}`;

const unreadable = (problem: string, problemZh: string): ProblemError =>
  new ProblemError(422, 'RULE_FILE_UNREADABLE', problem, { messageZh: problemZh });

/** @throws ProblemError RULE_FILE_UNREADABLE */
const rowsIn = (text: string): ValueRow[] => {
  try {
    return readValueFile(new TextEncoder().encode(text));
  } catch (error) {
    if (!(error instanceof UnreadableFileError)) throw error;
    const said = error.issues.map(({ row, problem, mend }) => `第 ${row} 行：${problem.zh}${mend.zh}`);
    throw unreadable(error.message, said.join(''));
  }
};

const mustBeAFile = (rows: readonly ValueRow[]): void => {
  if (rows.length === 0) throw unreadable('The file has no rule value in it.', '文件中没有规则值。');
  if (rows.length > maxChanges)
    throw unreadable(
      `A file holds at most ${maxChanges} rule values; this one has ${rows.length}.`,
      `一个文件最多 ${maxChanges} 条规则值，此文件有 ${rows.length} 条。`,
    );
};

const elsewhere = (rows: readonly ValueRow[], own: string): ValueFault[] =>
  rows
    .filter(({ division }) => String(division).trim() !== own)
    .map(({ row }) => ({
      code: 'OTHER_DIVISION',
      row,
      column: 'division',
      problem: {
        zh: `只能设定本辖区（${own}）的规则值。`,
        en: `You set the rule values of your own division, ${own}, and of no other.`,
      },
    }));

/** Texts that are too long, an address that is none: what a request's own contract would refuse. */
const misshapen = (rows: readonly ValueRow[]): ValueFault[] =>
  rows.flatMap((given) => {
    const { row, address, source } = given;
    const parsed = ruleChange
      .pick({ address: true, source: true })
      .safeParse({ source, ...(address !== undefined && address !== '' && { address }) });
    if (parsed.success || source === undefined || source === '') return [];
    const column = valueColumns.find((name) => name === parsed.error.issues[0]?.path[0]) ?? 'source';
    const problem = {
      zh: '内容过长，或不是网址。',
      en: 'The text is too long, or no web address.',
    };
    return [{ code: 'TEXT_WRONG' as const, row, column, problem }];
  });

/**
 * Proposes all values of a file, or none: every fault is named by its row and column.
 * @throws ProblemError OTHER_COUNTY, RULE_FILE_UNREADABLE, RULE_VALUES_WRONG
 */
export const importValues = async (desk: KeylessDesk, input: ValuesImported): Promise<ProposalReceipt> => {
  const level = ownLevel(input);
  const rows = rowsIn(input.text);
  mustBeAFile(rows);
  refuseFaults([...elsewhere(rows, input.division), ...misshapen(rows)], placeInFile);
  return proposeRows(desk, { ...input, level, rows, placeOf: placeInFile });
};
