import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { isDifference, type Finding } from '../../contracts/reconciliation.ts';
import type { Instant } from '../../contracts/scalars.ts';
import { logEvent } from '../../platform/log.ts';
import { dayOf } from '../../platform/time.ts';
import type { KeylessDesk } from '../desk.ts';
import { reconciliationKey } from '../keys.ts';
import { confirmed } from './confirmed.ts';
import { divisionFindings } from './division-findings.ts';

export type Reconciled = { readonly division: string; readonly differences: number; readonly late: number };

/** As many are kept; the rest are counted. */
const keptFindings = 200;

const countOf = (findings: readonly Finding[]): Record<string, number> =>
  Object.fromEntries([...Map.groupBy(findings, ({ code }) => code)].map(([code, all]) => [code, all.length]));

/** A county's books against each other. Keeps what it found under the day, and says it in the log, a line to a kind. */
export const reconcileDivision = async (
  desk: KeylessDesk,
  { division, at }: { readonly division: string; readonly at: Instant },
): Promise<Reconciled> => {
  const { applications, findings } = await confirmed(() => divisionFindings(desk, division, at));
  const counts = countOf(findings);
  const day = dayOf(at);
  const kept = findings.slice(0, keptFindings);
  await desk.table.documents.send(
    new PutCommand({
      TableName: desk.table.name,
      Item: { ...reconciliationKey(division, day), division, day, at, applications, counts, findings: kept },
    }),
  );
  for (const [finding, count] of Object.entries(counts))
    logEvent('RECONCILIATION_FINDING', { division, finding, count });
  const differences = findings.filter(isDifference).length;
  logEvent('RECONCILED', { division, count: applications });
  return { division, differences, late: findings.length - differences };
};
