import {
  listApplicationsOperation,
  listLinesOperation,
} from '../../../functions/contracts/api/application-reads.ts';
import type { LineView } from '../../../functions/contracts/api/views.ts';
import type { ApplicationId, ApplicationState } from '../../../functions/contracts/application.ts';
import type { ReasonCode } from '../../../functions/contracts/reasons.ts';
import {
  definitionOf,
  instrument as instruments,
  type Instrument,
} from '../../../functions/contracts/instruments.ts';
import type { TaskKind } from '../../../functions/contracts/queue.ts';
import { allPages } from '../api-client.ts';
import { counties, together, type Crew } from './crew.ts';
import type { Filed } from './file-claims.ts';
import type { Age } from './queue.ts';
import { summaries } from './settle.ts';

export const outcomes = ['PAID', 'REFUSED_BY_RULE', 'REFUSED_BY_OFFICER', 'OPEN'] as const;
export type Outcome = (typeof outcomes)[number];

/** One claim, that is one worker's line, and what became of it. */
type Claim = {
  readonly instrument: Instrument;
  readonly county: string;
  readonly outcome: Outcome;
  readonly amountFen: number;
  readonly reason: ReasonCode;
};

export type Figures = {
  readonly claims: number;
  readonly byOutcome: readonly {
    readonly instrument: Instrument;
    readonly outcome: Outcome;
    readonly claims: number;
  }[];
  readonly refusals: readonly {
    readonly clause: string;
    readonly reason: ReasonCode;
    readonly outcome: Outcome;
    readonly claims: number;
  }[];
  readonly money: readonly {
    readonly county: string;
    readonly instrument: Instrument;
    readonly claims: number;
    readonly paidFen: number;
  }[];
  readonly funds: readonly {
    readonly county: string;
    readonly sanctionedFen: number;
    readonly reservedFen: number;
    readonly paidFen: number;
    readonly availableFen: number;
  }[];
  readonly queues: readonly {
    readonly kind: TaskKind;
    readonly decided: number;
    readonly oldestDays: number;
    readonly meanDays: number;
  }[];
};

const outcomeOf = (state: ApplicationState, { standing, outcome }: LineView): Outcome => {
  if (state === 'CLOSED' && standing === 'APPROVED') return 'PAID';
  if (outcome === 'REJECT') return 'REFUSED_BY_RULE';
  return state === 'CLOSED' || state === 'REFUSED' ? 'REFUSED_BY_OFFICER' : 'OPEN';
};

const statesOf = async (
  crew: Crew,
  users: readonly string[],
): Promise<Map<ApplicationId, ApplicationState>> => {
  const all = await Promise.all(
    users.map((user) =>
      allPages((cursor) =>
        crew.as(user, listApplicationsOperation, {
          query: { limit: '100', ...(cursor !== undefined && { cursor }) },
        }),
      ),
    ),
  );
  return new Map(all.flat().map(({ applicationId, state }) => [applicationId, state]));
};

const readClaims = async (crew: Crew, filed: readonly Filed[]): Promise<Claim[]> => {
  const states = await statesOf(crew, [...new Set(filed.map(({ filedBy }) => filedBy))]);
  const claims: Claim[] = [];
  await together(filed, 4, async ({ applicationId, filedBy, head }) => {
    const lines = await allPages((cursor) =>
      crew.as(filedBy, listLinesOperation, {
        params: { applicationId },
        query: { limit: '100', ...(cursor !== undefined && { cursor }) },
      }),
    );
    const state = states.get(applicationId) ?? 'DRAFT';
    for (const line of lines) {
      const outcome = outcomeOf(state, line);
      claims.push({
        instrument: head.instrument,
        county: head.division,
        outcome,
        amountFen: outcome === 'PAID' ? line.amountFen : 0,
        reason: line.reasonCode ?? 'OK',
      });
    }
  });
  return claims;
};

const sum = (claims: readonly Claim[]): number =>
  claims.reduce((total, { amountFen }) => total + amountFen, 0);

const kinds: readonly TaskKind[] = ['VERIFY', 'REEXAMINE', 'FACTS_CHANGED', 'APPROVE', 'SECOND_APPROVE'];

const queueFigures = (ages: readonly Age[]): Figures['queues'] =>
  kinds.map((kind) => {
    const days = ages.filter((age) => age.kind === kind).map((age) => age.days);
    const total = days.reduce((all, one) => all + one, 0);
    return {
      kind,
      decided: days.length,
      oldestDays: Math.max(0, ...days),
      meanDays: days.length === 0 ? 0 : Math.round((total / days.length) * 10) / 10,
    };
  });

/** Adds it all up, from what the API says about every claim. */
export const addUp = async (crew: Crew, filed: readonly Filed[], ages: readonly Age[]): Promise<Figures> => {
  const claims = await readClaims(crew, filed);
  const refused = claims.filter(({ outcome }) => outcome.startsWith('REFUSED'));
  const byReason = Map.groupBy(
    refused,
    ({ instrument, reason, outcome }) => `${definitionOf(instrument).clause} ${reason} ${outcome}`,
  );
  const of = (instrument: Instrument, county?: string) =>
    claims.filter(
      (claim) => claim.instrument === instrument && (county === undefined || claim.county === county),
    );
  const funds = await summaries(crew);
  return {
    claims: claims.length,
    byOutcome: instruments.options.flatMap((instrument) =>
      outcomes.map((outcome) => ({
        instrument,
        outcome,
        claims: of(instrument).filter((claim) => claim.outcome === outcome).length,
      })),
    ),
    refusals: [...byReason.entries()]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .flatMap(([, [first, ...rest]]) =>
        first === undefined
          ? []
          : [
              {
                clause: definitionOf(first.instrument).clause,
                reason: first.reason,
                outcome: first.outcome,
                claims: rest.length + 1,
              },
            ],
      ),
    money: counties.flatMap((county) =>
      instruments.options.map((instrument) => {
        const paid = of(instrument, county).filter(({ outcome }) => outcome === 'PAID');
        return { county, instrument, claims: paid.length, paidFen: sum(paid) };
      }),
    ),
    funds: funds.flatMap(({ division, fund }) => (fund === undefined ? [] : [{ county: division, ...fund }])),
    queues: queueFigures(ages),
  };
};
