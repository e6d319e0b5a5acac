import { listPayoutsOperation, bookPayoutOperation } from '../../functions/contracts/api/payouts.ts';
import { claimTaskOperation, decideTaskOperation } from '../../functions/contracts/api/tasks.ts';
import type { WaitKind } from '../../functions/contracts/application.ts';
import { staff, type Crew } from '../../infra/cli/demo/crew.ts';
import type { Filed } from '../../infra/cli/demo/file-claims.ts';
import { openTasks, type Verdict } from '../../infra/cli/demo/queue.ts';
import { BenchError } from '../bench-error.ts';

const people = staff['141124'];
const numbersOf = ({ lines }: Filed) => lines.map(({ lineNo }) => lineNo);

const decide = async (
  crew: Crew,
  user: string,
  kind: 'VERIFY' | 'APPROVE' | 'SECOND_APPROVE',
  claim: Filed,
  verdict: Partial<Verdict>,
): Promise<void> => {
  const task = (await openTasks(crew, user, kind)).find(
    ({ application }) => application.applicationId === claim.applicationId,
  );
  if (task === undefined) throw new BenchError(`${claim.name} has no open task ${kind}.`);
  const params = { taskId: task.taskId };
  const { version } = await crew.as(user, claimTaskOperation, {
    params,
    body: { version: task.application.version },
  });
  const body = { version, decision: 'APPROVE' as const, reason: '核实无误', ...verdict };
  await crew.as(user, decideTaskOperation, { params, body });
};

const book = async (crew: Crew, claim: Filed): Promise<void> => {
  const { items } = await crew.as(people.finance, listPayoutsOperation, { query: { limit: '100' } });
  const payout = items.find(({ applicationId }) => applicationId === claim.applicationId);
  if (payout === undefined) throw new BenchError(`${claim.name} has no payable payout.`);
  const { payoutId, amountFen, version } = payout;
  const booking = {
    result: 'PAID' as const,
    amountFen,
    bookedOn: crew.today(),
    bankReference: `COST-${payoutId.slice(1)}`,
  };
  await crew.as(people.finance, bookPayoutOperation, { params: { payoutId }, body: { version, booking } });
};

type Way = (crew: Crew, claim: Filed) => Promise<void>;

/** What somebody does so that a claim goes on, by what it waits for; a wait without a way is an exception. */
export const ways: Partial<Readonly<Record<WaitKind, Way>>> = {
  NOTICE: (crew) => crew.wait(14 * 24),
  VERIFY: (crew, claim) =>
    decide(crew, people.verifier, 'VERIFY', claim, {
      lines: numbersOf(claim).map((lineNo) => ({ lineNo, outcome: 'APPROVE', reason: '已查看原件' })),
    }),
  APPROVE: (crew, claim) => decide(crew, people.approvers[0], 'APPROVE', claim, {}),
  SECOND_APPROVE: (crew, claim) => decide(crew, people.approvers[1], 'SECOND_APPROVE', claim, {}),
  PAY: book,
};
