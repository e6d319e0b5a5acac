import type { WorkerRecord } from '../../contracts/registers/worker.ts';
import { presumedClaims } from '../take-up/index.ts';
import type { Around, PresumedClaim } from '../take-up/presumed-claim.ts';
import { noClaim, resultOf, type Comparison, type RulesOn } from './comparison.ts';

/** Today's values and the changed ones, for one county. */
export type TwoBooks = {
  readonly before: RulesOn;
  readonly after: RulesOn;
  /** Whether a changed row covers the county at all. */
  readonly touched: boolean;
};

type Decided = { readonly claim: PresumedClaim; readonly result: Comparison['before'] };

const decideAll = (worker: WorkerRecord, registers: Omit<Around, 'rulesOn'>, rulesOn: RulesOn): Decided[] =>
  presumedClaims(worker, { ...registers, rulesOn }).map((claim) => ({
    claim,
    result: resultOf(claim.facts, rulesOn),
  }));

/**
 * What a worker's registers amount to under today's values and under the changed ones. A changed window or cap
 * changes the claim itself, so claims are matched by name and each is decided as it stands under its own values.
 */
export const compareWorker = (
  worker: WorkerRecord,
  who: string,
  registers: Omit<Around, 'rulesOn'>,
  { before, after, touched }: TwoBooks,
): Comparison[] => {
  const today = decideAll(worker, registers, before);
  const changed = touched ? decideAll(worker, registers, after) : today;
  const comparison = (was: Decided | undefined, is: Decided | undefined): Comparison[] => {
    const either = is ?? was;
    if (either === undefined) return [];
    return [
      {
        basis: 'REGISTER',
        county: worker.homeDivision,
        instrument: either.claim.facts.instrument,
        who,
        amount: [was, is].some((one) => one?.claim.amount === 'AT_MOST') ? 'AT_MOST' : 'KNOWN',
        before: was?.result ?? noClaim,
        after: is?.result ?? noClaim,
      },
    ];
  };
  const named = (list: readonly Decided[], name: string): Decided | undefined =>
    list.find(({ claim }) => claim.name === name);
  return [
    ...today.flatMap((was) => comparison(was, named(changed, was.claim.name))),
    ...changed.flatMap((is) => (named(today, is.claim.name) ? [] : comparison(undefined, is))),
  ];
};
