import type { ApplicationHead } from '../../contracts/application.ts';
import type { RecoveryRow } from '../../contracts/recovery.ts';
import type { Instant } from '../../contracts/scalars.ts';
import type { StoredLine } from '../../contracts/stored-line.ts';
import { dueBy } from '../../rules/ledger/due-by.ts';
import { inHandFen } from '../../rules/ledger/ledger-delta.ts';
import { possiblePeriods } from '../../rules/line-definition.ts';
import type { recordOf } from '../assessments/record.ts';
import type { AssessedLine } from '../check/assess-lines.ts';
import type { Surroundings } from '../check/read-surroundings.ts';
import { isOfFamily } from '../check/supplement-line.ts';
import type { Desk } from '../desk.ts';
import type { EntitlementRow } from '../entitlements.ts';
import { ledgerPk } from '../ledger/read-ledger.ts';
import { outstandingOf } from '../recoveries/outstanding.ts';

/** One entitlement of a line: what it is worth today, what the payee has, and what follows. */
export type Worth = {
  readonly period: string;
  readonly fullFen: number;
  readonly inHandFen: number;
  readonly deltaFen: number;
  /** Nobody holds its key yet. */
  readonly free: boolean;
};

export type LineAgain = AssessedLine & {
  readonly record: ReturnType<typeof recordOf>;
  readonly worths: readonly Worth[];
};

/**
 * A line whose worth a person or a missing value must settle first says nothing about money; one that a verifier
 * refused stays refused, and one that the rules refused comes back only when they now approve it.
 */
const isSilent = ({ standing, outcome }: StoredLine, now: string): boolean =>
  now === 'NOT_CONFIGURED' || (standing === 'REFUSED' && !(outcome === 'REJECT' && now === 'APPROVE'));

/** Another application's entitlement, or another line's, is none of this line's business. */
const isOthers = (head: ApplicationHead, line: StoredLine, holder: EntitlementRow | undefined): boolean =>
  holder !== undefined &&
  !(holder.lineNo === line.lineNo && holder.applicationId === head.applicationId) &&
  !isOfFamily(holder, head, line);

type Known = {
  readonly head: ApplicationHead;
  readonly around: Surroundings;
  readonly recoveries: readonly RecoveryRow[];
};

const worthsOf = ({ line, rules, assessment }: AssessedLine, known: Known): Worth[] => {
  if (isSilent(line, assessment.outcome)) return [];
  const { head, around, recoveries } = known;
  const full = new Map(assessment.entitlements.map(({ period, amountFen }) => [period, amountFen]));
  const periods = [
    ...full.keys(),
    ...possiblePeriods(line.content, rules.values),
    ...line.held.map(({ period }) => period),
  ];
  return [...new Set(periods)].sort().flatMap((period) => {
    const pk = ledgerPk(line.content.instrument, line.subject, period);
    const holder = around.holders.get(pk);
    if (isOthers(head, line, holder)) return [];
    const movements = around.ledgers?.get(pk) ?? [];
    const fullFen = full.get(period) ?? 0;
    const outstandingFen = outstandingOf(recoveries, { lineNo: line.lineNo, period });
    const deltaFen = dueBy(assessment, fullFen, movements, outstandingFen);
    const free = holder === undefined;
    return [{ period, fullFen, inHandFen: inHandFen(movements), deltaFen, free }];
  });
};

/**
 * Runs the rules over lines of a paid application once more: with what the registers say today, as of the day it was
 * claimed, and the values of each line's own day. What it and its supplements hold stands in nobody's way.
 */
export const assessAgain = async (
  desk: Desk,
  head: ApplicationHead,
  lines: readonly StoredLine[],
  recoveries: readonly RecoveryRow[],
  at: Instant,
): Promise<LineAgain[]> => {
  const run = Math.max(head.runs ?? 0, head.tally?.run ?? 0) + 1;
  const family = { ...head, adjusts: head.applicationId };
  const { assessApplication } = await import('../check/assess-application.ts');
  const { recordOf: recorded } = await import('../assessments/record.ts');
  const { assessed, around } = await assessApplication(desk, family, lines, run);
  return assessed.map((line) => {
    const record = recorded(head, { ...line, after: { ...line.after, run } }, at);
    const after = { ...line.after, run, hash: record.hash };
    const worths = worthsOf(line, { head: family, around, recoveries });
    return { ...line, after, record, worths };
  });
};
