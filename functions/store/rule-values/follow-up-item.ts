import * as z from 'zod';
import { proposalId } from '../../contracts/rule-proposal.ts';
import { instant, type Instant } from '../../contracts/scalars.ts';
import { ruleFollowUpKey, ruleFollowUpPartition } from '../keys.ts';
import type { Write } from '../transact.ts';

/** That the applications which waited for an approved value are to be checked again; gone once that is done. */
export const followUp = z.object({ division: z.string(), proposalId, approvedAt: instant });
export type FollowUp = z.infer<typeof followUp>;

/** When the sweeper next looks at it. */
export const dueFields = ({ proposalId: id }: FollowUp, dueAt: Instant) => ({
  workPk: ruleFollowUpPartition,
  workSk: `${dueAt}#${id}`,
});

/** Written with the approval; the request itself goes to work on it at once, the sweeper after ten seconds. */
export const followUpWrite = (item: FollowUp): Write => ({
  Put: {
    Item: {
      ...ruleFollowUpKey(item.division, item.proposalId),
      ...item,
      ...dueFields(item, item.approvedAt),
    },
  },
});
