import type { ApplicationHead } from '../../contracts/application.ts';
import type { Finding } from '../../contracts/reconciliation.ts';
import type { Instant } from '../../contracts/scalars.ts';
import type { KeylessDesk } from '../desk.ts';
import { fundRow, fundYear } from '../funds.ts';
import { fundKey, type Key } from '../keys.ts';
import { readItem, readItems, type Item } from '../read-application.ts';
import { listDivisionApplications } from '../reading/list-applications.ts';
import { fundFindings, type Fund } from './fund-findings.ts';
import { waitFindings, waitRowKey } from './wait-findings.ts';

/** More are not read in one run, and the run says so. */
const mostApplications = 50_000;
const perPage = 100;

const fundOf = async ({ table }: KeylessDesk, division: string): Promise<Fund | undefined> => {
  const item = await readItem(table, fundKey(division, fundYear));
  return item && fundRow.parse(item);
};

/** What the applications of one page say against their rows. */
const pageFindings = async (
  { table }: KeylessDesk,
  heads: readonly ApplicationHead[],
  now: Instant,
): Promise<Finding[]> => {
  const waiting = heads.flatMap((head) => {
    const key: Key | undefined = waitRowKey(head);
    return key ? [key] : [];
  });
  const rows = waiting.length === 0 ? [] : await readItems(table, waiting);
  let next = 0;
  return heads.flatMap((head) => waitFindings(head, head.wait ? rows[next++] : undefined, now));
};

export type DivisionFigures = { readonly applications: number; readonly findings: readonly Finding[] };

/**
 * Reads every application of a county once, and the row each one waits for: at most two read units for an application,
 * 100,000 for a county.
 */
export const divisionFindings = async (
  desk: KeylessDesk,
  division: string,
  now: Instant,
): Promise<DivisionFigures> => {
  const findings: Finding[] = [];
  const held: Pick<ApplicationHead, 'reservedFen'>[] = [];
  let start: Item | undefined;
  let applications = 0;
  do {
    const page = await listDivisionApplications(desk, { division, limit: perPage, start });
    applications += page.items.length;
    held.push(...page.items.map(({ reservedFen }) => ({ reservedFen })));
    findings.push(...(await pageFindings(desk, page.items, now)));
    start = page.next;
  } while (start !== undefined && applications < mostApplications);
  if (start !== undefined)
    findings.push({
      code: 'TOO_MANY',
      division,
      what: `only the newest ${applications} applications were read`,
    });
  else findings.push(...fundFindings(division, await fundOf(desk, division), held));
  return { applications, findings };
};
