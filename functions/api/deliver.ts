import { logEvent } from '../platform/log.ts';
import type { Machine } from '../platform/machine.ts';
import type { Delivery, Outcome } from '../store/delivery.ts';
import type { Receipt } from '../store/idempotency.ts';

export type Deliver = (outcome: Outcome) => Promise<Receipt>;

const call = async (machine: Machine, delivery: Delivery): Promise<void> => {
  const { applicationId } = delivery;
  if (delivery.kind === 'START') return machine.start(applicationId);
  const result = await machine.answer(delivery.token, delivery.answer);
  if (result === 'NOT_AWAITED') logEvent('ANSWER_NOT_AWAITED', { applicationId });
};

/**
 * Makes the call that follows from a change. The change is committed and the call stands in the outbox, so a call
 * that fails is no failure of the request: the sweeper repeats it.
 */
export const deliver =
  (machine: Machine): Deliver =>
  async ({ receipt, delivery }) => {
    if (delivery === undefined) return receipt;
    try {
      await call(machine, delivery);
    } catch (error) {
      const errorName = error instanceof Error ? error.name : 'unknown';
      logEvent('CALL_LEFT_TO_SWEEPER', { applicationId: delivery.applicationId, errorName });
    }
    return receipt;
  };
