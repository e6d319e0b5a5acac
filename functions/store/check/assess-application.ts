import type { ApplicationHead } from '../../contracts/application.ts';
import type { StoredLine } from '../../contracts/stored-line.ts';
import { ruleDayOf } from '../../rules/line-definition.ts';
import type { Desk } from '../desk.ts';
import { periodsOf } from '../ledger/periods-of.ts';
import { ledgerPk, readLedgers } from '../ledger/read-ledger.ts';
import { bookOf, noteRules, ruleKeys, type RuleBook } from '../rule-values/rule-book.ts';
import type { Write } from '../transact.ts';
import type { AssessedLine } from './assess-lines.ts';
import { countSignals } from './line-signals.ts';
import {
  applicantKeys,
  applicantNameIn,
  keysOf,
  readSurroundings,
  type Surroundings,
} from './read-surroundings.ts';
import { marksOf } from './shared-marks.ts';

/** What was paid before matters only where something was: to a supplement and to the application it adds to. */
const withLedgers = async (
  { table }: Desk,
  { adjusts }: ApplicationHead,
  lines: readonly StoredLine[],
  { around, book }: { readonly around: Surroundings; readonly book: RuleBook },
): Promise<Surroundings> => {
  if (adjusts === undefined) return around;
  const partitions = lines.flatMap((line) =>
    periodsOf(book, line).map((period) => ledgerPk(line.content.instrument, line.subject, period)),
  );
  return { ...around, ledgers: await readLedgers(table, partitions) };
};

export type AssessedApplication = {
  readonly assessed: readonly AssessedLine[];
  readonly around: Surroundings;
  readonly writes: readonly Write[][];
  readonly named: ApplicationHead;
  readonly book: RuleBook;
};

/** Lines that hold an entitlement in the name of the person they are about; a roster's is its organisation's. */
const withKeysOfTheirOwn = (assessed: readonly AssessedLine[]): ReadonlySet<number> =>
  new Set(
    assessed.flatMap(({ line, after }) =>
      line.roster === undefined && after.held.length > 0 ? line.lineNo : [],
    ),
  );

/**
 * Reads all that the rules may know about some lines of an application, and decides them, by the rule values as the
 * table has them at this reading.
 */
export const assessApplication = async (
  desk: Desk,
  head: ApplicationHead,
  lines: readonly StoredLine[],
  run: number,
): Promise<AssessedApplication> => {
  const book = bookOf(desk.table, head.division);
  const { rulesOn, tag } = book;
  const marks = new Map(lines.map((line) => [line.lineNo, marksOf(desk.vault, head, line)]));
  const keys = [
    ...ruleKeys(head.division),
    ...applicantKeys(head),
    ...[...marks.values()].flat().map(({ key }) => key),
    ...lines.flatMap((line) => keysOf(head, line, rulesOn(ruleDayOf(line.content)).values)),
  ];
  const read = await readSurroundings(desk.table, keys);
  noteRules(desk.table, head.division, read.ruleValues);
  // A value was approved since this process last looked: the keys and the decision rest on it, so look again.
  if (bookOf(desk.table, head.division).tag !== tag) return assessApplication(desk, head, lines, run);
  const around = await withLedgers(desk, head, lines, { around: read, book });
  const { signals, writesFor } = await countSignals(desk.table, head, lines, marks, around);
  // The rules are a third of a bundle, and most calls of those that may decide again decide nothing.
  const { assessLines } = await import('./assess-lines.ts');
  const assessed = assessLines(desk.vault, head, lines, around, { rulesOn, signals, run });
  const writes = writesFor(withKeysOfTheirOwn(assessed));
  return { assessed, around, writes, book, named: { ...head, applicantName: applicantNameIn(around, head) } };
};
