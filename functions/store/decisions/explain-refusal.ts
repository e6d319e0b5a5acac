import { ProblemError } from '../../platform/errors.ts';
import { AlongsideRefusedError } from '../change-application.ts';
import { explainRace } from '../tasks/claim-task.ts';
import { WriteRefusedError, type Refusal } from '../transact.ts';

const heldElsewhere = ({ found }: Refusal): boolean => String(found?.['pk']).startsWith('ENTITLEMENT#');
const fundRefuses = ({ found }: Refusal): boolean => !found || 'availableFen' in found;

const explainRow = (refusals: readonly Refusal[]): ProblemError | undefined => {
  const held = refusals.find(heldElsewhere);
  if (held) {
    const by = String(held.found?.['applicationId']);
    return new ProblemError(
      409,
      'ENTITLEMENT_HELD',
      `Application ${by} holds this worker’s entitlement. Refuse or return that one first, or refuse this line.`,
      { heldBy: by },
    );
  }
  const fund = refusals.find(fundRefuses);
  if (fund === undefined) return undefined;
  return fund.found
    ? new ProblemError(
        409,
        'FUND_EXHAUSTED',
        'The county’s fund does not reach for this. Nothing was approved; ask finance for an allotment.',
      )
    : new ProblemError(
        409,
        'FUND_NOT_CONFIGURED',
        'The county has no fund for this notice yet. Nothing was approved; import its funds first.',
      );
};

/** Turns a decision that the rows refused into what the person can act on: a key, the fund, or somebody faster. */
export const explainRefusal = (error: unknown): never => {
  const refused = error instanceof AlongsideRefusedError || error instanceof WriteRefusedError;
  const problem = refused ? explainRow(error.refusals) : undefined;
  throw problem ?? explainRace(error);
};
