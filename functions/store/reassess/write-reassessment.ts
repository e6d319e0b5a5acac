import type { RecoveryPart, RecoveryRow } from '../../contracts/recovery.ts';
import type { RunDifference } from '../../contracts/run-difference.ts';
import { ProblemError } from '../../platform/errors.ts';
import { keepRuleSets, noteKept } from '../assessments/rule-sets.ts';
import type { EventDetails } from '../audit/events.ts';
import { canonical } from '../assessments/canonical.ts';
import { changeApplication, type ApplicationChange } from '../change-application.ts';
import type { Outcome } from '../delivery.ts';
import type { Desk } from '../desk.ts';
import { doerOf } from '../doer.ts';
import { assessmentKey } from '../keys.ts';
import { changeRecovery, proposeRecovery, sumOf } from '../recoveries/recovery-rows.ts';
import type { Table } from '../table-client.ts';
import type { Write } from '../transact.ts';
import { writeAtVersion } from '../write-at-version.ts';
import { offsetWrites } from './offset-writes.ts';
import type { Found, Reassessment } from './reassess.ts';
import { openSupplement } from './supplement.ts';

/** What fits beside the head, the event and the request in one transaction. */
const roomAlongside = 90;

/** Side by side for the person who decides; a long roster's proposal shows the first of them. */
const differencesShown = 50;

const records = ({ head, lines }: Found): Write[] =>
  lines.map(({ line, after, record }) => ({
    Put: { Item: { ...assessmentKey(head.applicationId, after.run, line.lineNo), ...record } },
  }));

const mustFit = (entitlements: readonly unknown[]): void => {
  if (entitlements.length > roomAlongside)
    throw new ProblemError(
      422,
      'TOO_MANY_LINES',
      'This changes more entitlements than one transaction holds. Name fewer lines.',
    );
};

const asks = (parts: readonly RecoveryPart[]): string =>
  canonical(parts.map(({ lineNo, period, amountFen }) => [lineNo, period, amountFen]));

const touching = (differences: readonly RunDifference[], parts: readonly RecoveryPart[]): RunDifference[] => {
  const lineNos = new Set(parts.map(({ lineNo }) => lineNo));
  return differences.filter(({ lineNo }) => lineNos.has(lineNo)).slice(0, differencesShown);
};

type Looked = ReadonlySet<number>;
const about = ({ parts }: RecoveryRow, looked: Looked) => parts.filter(({ lineNo }) => looked.has(lineNo));

/** An older proposal gives way; what it asks of lines that nobody looked at now is still asked, by who asked it. */
const giveWay = (row: RecoveryRow, looked: Looked, { at, actor }: Reassessment): Write => {
  const parts = row.parts.filter(({ lineNo }) => !looked.has(lineNo));
  if (parts.length === 0)
    return changeRecovery(row, { state: 'SUPERSEDED', decidedAt: at, decidedBy: actor.id });
  const amountFen = sumOf(parts, 'amountFen');
  const differences = row.differences.filter(({ lineNo }) => !looked.has(lineNo));
  return changeRecovery(row, { parts, amountFen, leftFen: amountFen, differences });
};

/**
 * What is proposed: unless it is proposed already; it takes the place of what an older re-assessment proposed about
 * the same lines. What a person proposed by their own word waits for its own decision.
 */
const proposal = (found: Found, input: Reassessment) => {
  const { head, lines, differences, following, recoveries } = found;
  const { origin, reason, actor, at } = input;
  const looked = new Set(lines.map(({ line }) => line.lineNo));
  const parts = following.recovery;
  const proposed = recoveries.filter(
    (row) => row.state === 'PROPOSED' && row.foundBy !== 'PERSON' && about(row, looked).length > 0,
  );
  if (proposed.some((row) => asks(about(row, looked)) === asks(parts))) return { writes: [] };
  const before = proposed.map((row) => giveWay(row, looked, input));
  if (parts.length === 0) return { writes: before };
  mustFit(parts);
  const { row, write } = proposeRecovery(head, {
    origin,
    reason,
    parts: [...parts],
    clause: lines[0]?.assessment.clause ?? '',
    differences: touching(differences, parts),
    proposedAt: at,
    proposedBy: actor.id,
  });
  return { writes: [...before, write], recoveryId: row.recoveryId };
};

const supplement = ({ vault }: Desk, { head, following }: Found, { actor, at }: Reassessment) => {
  const lines = new Map(following.supplement.map(({ again: { line } }) => [line.lineNo, line]));
  return lines.size === 0
    ? undefined
    : openSupplement(vault, head, { actor, at, lines: [...lines.values()] });
};

/** The lines' records and copies go ahead of the change where they do not fit beside it. */
const writeAhead = async (
  table: Table,
  { head }: Found,
  whole: readonly Write[],
  parts: readonly Write[],
) => {
  mustFit(whole);
  if (whole.length + parts.length <= roomAlongside) return [...whole, ...parts];
  await writeAtVersion(
    table,
    head,
    parts.map((write) => [write]),
  );
  return whole;
};

const detailsOf = ({ lines, following }: Found, { origin, reason }: Reassessment, made: EventDetails) => ({
  run: lines[0]?.after.run ?? 0,
  origin,
  reason,
  moreFen: following.moreFen,
  lessFen: following.lessFen,
  offsetFen: following.offset.reduce((sum, { amountFen }) => sum + amountFen, 0),
  ...made,
});

/** What is made, and all that goes with it. */
const outcomeOf = async (
  { table, vault }: Desk,
  found: Found,
  input: Reassessment,
  further: readonly Write[],
) => {
  const { head, lines, following, recoveries } = found;
  const opened = supplement({ table, vault }, found, input);
  const recovery = proposal(found, input);
  const by = { at: input.at, by: input.actor.id };
  const sets = lines.map(({ rules }) => rules);
  const alongside = await writeAhead(
    table,
    found,
    [
      ...recovery.writes,
      ...offsetWrites(head, following.offset, recoveries, by),
      ...(opened?.begin ?? []),
      ...further,
    ],
    [...keepRuleSets(table, sets), ...records(found), ...(opened?.lines ?? [])],
  );
  const made = {
    ...(opened && { supplement: opened.id }),
    ...(recovery.recoveryId && { recoveryId: recovery.recoveryId }),
  };
  return { made, alongside, sets };
};

/** All that a re-assessment comes to, in one transaction: the record, and what follows. */
export const writeReassessment = async (
  desk: Desk,
  found: Found,
  input: Reassessment,
  further: readonly Write[],
): Promise<Outcome> => {
  const { actor, at, request } = input;
  const { applicationId, state, version: expected } = found.head;
  const { made, alongside, sets } = await outcomeOf(desk, found, input, further);
  const details = detailsOf(found, input, made);
  const change: ApplicationChange = {
    id: applicationId,
    expected,
    while: [state],
    at,
    event: { type: 'REASSESSED', by: doerOf(actor, 'COUNTY_REVIEWER'), details },
    set: { runs: details.run, supplement: made.supplement },
    alongside,
    request,
  };
  const id = made.supplement ?? made.recoveryId;
  const named = id === undefined ? {} : { id };
  const receipt = await changeApplication(desk.table, change, (version) => ({
    applicationId,
    state,
    version,
    ...named,
  }));
  noteKept(desk.table, sets);
  const delivery = made.supplement && ({ kind: 'START', applicationId: made.supplement } as const);
  return delivery ? { receipt, delivery } : { receipt };
};
