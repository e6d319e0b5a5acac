import * as z from 'zod';
import { applicationState, type ApplicationState } from '../../contracts/application.ts';
import { entitlementPart } from '../../contracts/assessment.ts';
import { instrument, type Instrument } from '../../contracts/instruments.ts';
import { standings } from '../../contracts/stored-line.ts';
import type { ClaimsSoFar } from '../../rules/take-up/unclaimed.ts';
import { scanPages } from '../scan-pages.ts';
import type { Table } from '../table-client.ts';

const head = z
  .object({ pk: z.string(), state: applicationState })
  .transform(({ pk, state }) => ({ applicationId: pk.slice('APP#'.length), state }));
type Head = z.infer<typeof head>;

const line = z.object({
  subject: z.string(),
  standing: z.enum(standings),
  held: z.array(entitlementPart),
  content: z.object({ instrument }),
});
type Line = z.infer<typeof line>;

type Why = NonNullable<ClaimsSoFar['last']>['why'];

const ended: Partial<Record<ApplicationState, Why>> = { REFUSED: 'REFUSED_BEFORE', WITHDRAWN: 'WITHDRAWN' };

/** Why this claim has brought nothing yet; undefined for a line that is paid or will be. */
const whyOf = ({ state }: Head, { standing, held }: Line): Why | undefined => {
  const end = ended[state];
  if (end) return end;
  if (state === 'DRAFT') return 'DRAFT_NOT_SENT';
  if (standing === 'REFUSED') return 'REFUSED_BEFORE';
  return held.length === 0 && state !== 'CLOSED' ? 'CLAIM_OPEN' : undefined;
};

/** The one an officer would want to hear of first stands last. */
const weights: Record<Why, number> = {
  WITHDRAWN: 0,
  REFUSED_BEFORE: 1,
  DRAFT_NOT_SENT: 2,
  CLAIM_OPEN: 3,
};

const added = (before: ClaimsSoFar | undefined, of: Head, claim: Line): ClaimsSoFar => {
  const why = whyOf(of, claim);
  const periods = ended[of.state] ? [] : claim.held.map(({ period }) => period);
  const held = [...(before?.held ?? []), ...periods];
  const last = before?.last;
  if (why === undefined || (last && weights[last.why] > weights[why])) return { ...before, held };
  return { held, last: { why, applicationId: of.applicationId } };
};

const nothing: ClaimsSoFar = { held: [] };

/** The claims of one person and instrument. */
export type ClaimsOf = (subject: string, instrument: Instrument) => ClaimsSoFar;

/**
 * What was claimed by whom: one small entry for each person and instrument of every application ever begun. Lines
 * follow the head of their application, because a scan gives a partition's items in the order of their keys.
 */
export const readClaimsSoFar = async (table: Table): Promise<ClaimsOf> => {
  const found = new Map<string, ClaimsSoFar>();
  let of: (Head & { readonly pk: unknown }) | undefined;
  const pages = scanPages(table, {
    FilterExpression: 'begins_with(pk, :application) AND (sk = :head OR begins_with(sk, :line))',
    ProjectionExpression: 'pk, sk, #state, subject, standing, held, content.instrument',
    ExpressionAttributeNames: { '#state': 'state' },
    ExpressionAttributeValues: { ':application': 'APP#', ':head': 'HEAD', ':line': 'LINE#' },
  });
  for await (const items of pages)
    for (const item of items) {
      if (item['sk'] === 'HEAD') {
        of = { ...head.parse(item), pk: item['pk'] };
        continue;
      }
      if (of === undefined || of.pk !== item['pk']) throw new Error('A line came without its application');
      const claim = line.parse(item);
      const key = `${claim.content.instrument} ${claim.subject}`;
      found.set(key, added(found.get(key), of, claim));
    }
  return (subject, code) => found.get(`${code} ${subject}`) ?? nothing;
};
