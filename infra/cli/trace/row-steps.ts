import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import type { ApplicationId } from '../../../functions/contracts/application.ts';
import { payoutRow } from '../../../functions/contracts/payout.ts';
import { auditEvent, type AuditEvent } from '../../../functions/store/audit/events.ts';
import { applicationPk } from '../../../functions/store/keys.ts';
import type { Table } from '../../../functions/store/table-client.ts';
import type { TraceStep } from './trace-step.ts';

/** What of an event's details are codes and ids; a reason is a person's own words and is left out. */
const told = new Set([
  'kind',
  'outcome',
  'decision',
  'taskId',
  'noticeId',
  'payoutId',
  'amountFen',
  'ending',
  'execution',
  'resumeAt',
  'result',
  'run',
]);

const detailsOf = ({ details }: AuditEvent): string =>
  Object.entries(details)
    .filter(([name]) => told.has(name))
    .sort(([one], [other]) => one.localeCompare(other))
    .map(([name, value]) => ` ${name}=${String(value)}`)
    .join('');

const eventStep = (item: unknown): TraceStep => {
  const event = auditEvent.parse(item);
  const { at, seq, type, by, requestId } = event;
  const what = `${seq} ${type} by ${by.role}${detailsOf(event)}`;
  return { at, from: 'EVENT', what, ...(requestId !== undefined && { requestId }) };
};

const payoutSteps = (item: unknown): TraceStep[] => {
  const { payoutId, state, amountFen, approvedAt, bookedAt } = payoutRow.parse(item);
  const approved = {
    at: approvedAt,
    from: 'PAYOUT',
    what: `${payoutId} approved, ${amountFen} fen`,
  } as const;
  const booked =
    bookedAt === undefined ? [] : [{ at: bookedAt, from: 'PAYOUT', what: `${payoutId} ${state}` } as const];
  return [approved, ...booked];
};

const stepsOf = (item: Readonly<Record<string, unknown>>): TraceStep[] => {
  const sk = String(item['sk']);
  if (sk.startsWith('EVENT#')) return [eventStep(item)];
  return sk.startsWith('PAYOUT#') ? payoutSteps(item) : [];
};

/** The audit events and payouts of an application. */
export const rowSteps = async (table: Table, id: ApplicationId): Promise<TraceStep[]> => {
  const steps: TraceStep[] = [];
  let start: Record<string, unknown> | undefined;
  do {
    const page = await table.documents.send(
      new QueryCommand({
        TableName: table.name,
        KeyConditionExpression: 'pk = :pk',
        ExpressionAttributeValues: { ':pk': applicationPk(id) },
        ExclusiveStartKey: start,
      }),
    );
    steps.push(...(page.Items ?? []).flatMap(stepsOf));
    start = page.LastEvaluatedKey;
  } while (start);
  return steps;
};
