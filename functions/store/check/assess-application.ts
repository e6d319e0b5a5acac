import type { ApplicationHead } from '../../contracts/application.ts';
import type { IsoDate } from '../../contracts/scalars.ts';
import type { StoredLine } from '../../contracts/stored-line.ts';
import { ruleDayOf } from '../../rules/line-definition.ts';
import { valuesInForce } from '../../rules/values/index.ts';
import type { Desk } from '../desk.ts';
import { periodsOf } from '../ledger/periods-of.ts';
import { ledgerPk, readLedgers } from '../ledger/read-ledger.ts';
import { assessLines } from './assess-lines.ts';
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
  { adjusts, division }: ApplicationHead,
  lines: readonly StoredLine[],
  around: Surroundings,
): Promise<Surroundings> => {
  if (adjusts === undefined) return around;
  const partitions = lines.flatMap((line) =>
    periodsOf(division, line).map((period) => ledgerPk(line.content.instrument, line.subject, period)),
  );
  return { ...around, ledgers: await readLedgers(table, partitions) };
};

/** Reads all that the rules may know about some lines of an application, and decides them. */
export const assessApplication = async (
  desk: Desk,
  head: ApplicationHead,
  lines: readonly StoredLine[],
  run: number,
) => {
  const rulesOn = (day: IsoDate) => valuesInForce(head.division, day);
  const marks = new Map(lines.map((line) => [line.lineNo, marksOf(desk.vault, head, line)]));
  const keys = [
    ...applicantKeys(head),
    ...[...marks.values()].flat().map(({ key }) => key),
    ...lines.flatMap((line) => keysOf(head, line, rulesOn(ruleDayOf(line.content)).values)),
  ];
  const around = await withLedgers(desk, head, lines, await readSurroundings(desk.table, keys));
  const { signals, writes } = await countSignals(desk.table, head, lines, marks, around);
  const assessed = assessLines(desk.vault, head, lines, around, { rulesOn, signals, run });
  return { assessed, around, writes, named: { ...head, applicantName: applicantNameIn(around, head) } };
};
