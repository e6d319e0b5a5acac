import * as z from 'zod';
import type { ApplicationHead, Wait } from '../../contracts/application.ts';
import type { Finding } from '../../contracts/reconciliation.ts';
import type { Instant, IsoDate } from '../../contracts/scalars.ts';
import { dayOf } from '../../platform/time.ts';
import type { Item } from '../read-application.ts';
import { waitKey } from '../waits/rows.ts';
import type { Key } from '../keys.ts';

/** What of a task, a notice or a payout its application must agree with. */
const waitRow = z.object({
  status: z.string().optional(),
  state: z.string().optional(),
  amountFen: z.int().optional(),
});

/** The row of what an application waits for. */
export const waitRowKey = ({ applicationId, wait }: ApplicationHead): Key | undefined =>
  wait && waitKey(applicationId, wait);

const open = new Set(['OPEN', 'PUBLISHED', 'PREPARED', 'PAYABLE']);

type WaitRow = z.infer<typeof waitRow>;

const isOpen = ({ status, state }: WaitRow): boolean => open.has(status ?? state ?? '');

const payoutFindings = (head: ApplicationHead, { amountFen: isFen = 0 }: WaitRow): Finding[] => {
  const { applicationId, division, reservedFen: shouldBeFen } = head;
  const what = 'the payout is what the application holds of the fund';
  return isFen === shouldBeFen
    ? []
    : [{ code: 'PAYOUT_DIFFERS', division, applicationId, what, isFen, shouldBeFen }];
};

const rowFindings = (head: ApplicationHead, wait: Wait, item: Item | undefined): Finding[] => {
  const row = waitRow.parse(item ?? {});
  if (isOpen(row)) return wait.kind === 'PAY' ? payoutFindings(head, row) : [];
  const { applicationId, division } = head;
  const what = `waits for ${wait.rowId}, which is not open`;
  return [{ code: 'WAIT_ROW_DIFFERS', division, applicationId, what }];
};

const lateCode = { PAY: 'PAYOUT_PAST_DUE', NOTICE: 'NOTICE_PAST_END' } as const;

const lateFindings = ({ applicationId, division, wait }: ApplicationHead, today: IsoDate): Finding[] => {
  if (wait === undefined || wait.dueOn >= today) return [];
  const code = wait.kind === 'PAY' || wait.kind === 'NOTICE' ? lateCode[wait.kind] : 'TASK_PAST_DUE';
  return [{ code, division, applicationId, what: `${wait.kind} was due on ${wait.dueOn}` }];
};

const outboxLimitMs = 10 * 60_000;

const outboxFindings = ({ applicationId, division, outbox }: ApplicationHead, now: Instant): Finding[] =>
  outbox !== undefined && Date.parse(now) - Date.parse(outbox.at) > outboxLimitMs
    ? [{ code: 'OUTBOX_OLD', division, applicationId, what: `${outbox.kind} since ${outbox.at}` }]
    : [];

/** What one application says against the row it waits for, and for how long it has waited. */
export const waitFindings = (head: ApplicationHead, row: Item | undefined, now: Instant): Finding[] => [
  ...(head.wait === undefined ? [] : rowFindings(head, head.wait, row)),
  ...outboxFindings(head, now),
  ...lateFindings(head, dayOf(now)),
];
