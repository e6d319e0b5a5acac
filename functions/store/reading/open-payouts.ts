import { applicationId, payee, type Payee } from '../../contracts/application.ts';
import { payoutRow, type PayoutId, type PayoutRow } from '../../contracts/payout.ts';
import { ProblemError } from '../../platform/errors.ts';
import type { Desk } from '../desk.ts';
import { rowKey } from '../keys.ts';
import { readItems, type Item } from '../read-application.ts';
import { payeePlace } from '../sealed-places.ts';
import { transact } from '../transact.ts';
import { recordReading, type Reader } from './record-reading.ts';

/** At most 100, as many as one transaction records. */
export type PayoutsRequest = Reader & { readonly ids: readonly PayoutId[] };
export type OpenedPayout = { readonly payout: PayoutRow; readonly payee: Payee };

const keyOf = (id: PayoutId) => rowKey(applicationId.parse(id.slice(0, id.indexOf('.'))), 'PAYOUT', id);

const mustBePayable = (item: Item | undefined, id: PayoutId, division: string): PayoutRow => {
  const row = item && payoutRow.parse(item);
  if (row?.division !== division)
    throw new ProblemError(404, 'NOT_FOUND', `There is no payout ${id} in your county.`);
  if (row.state !== 'PAYABLE')
    throw new ProblemError(409, 'PAYOUT_NOT_PAYABLE', `Payout ${id} is ${row.state}; leave it out.`, {
      payoutId: id,
      state: row.state,
    });
  return row;
};

/**
 * Payable payouts of the finance officer's county with their accounts, in the order asked for. Who read which
 * account is recorded first, in one transaction; if that fails, none is shown.
 * @throws ProblemError NOT_FOUND, PAYOUT_NOT_PAYABLE
 */
export const openPayouts = async ({ table, vault }: Desk, input: PayoutsRequest): Promise<OpenedPayout[]> => {
  const { ids, actor } = input;
  const items = await readItems(table, ids.map(keyOf));
  const payouts = ids.map((id, index) => mustBePayable(items[index], id, actor.division));
  const readings = payouts.map(({ applicationId: application, payoutId }) =>
    recordReading(application, input, { what: payoutId, why: 'EXPORT' }),
  );
  await transact(table, readings);
  return payouts.map((payout) => ({
    payout,
    payee: payee.parse(JSON.parse(vault.open(payout.payeeSealed, payeePlace(payout.applicationId)))),
  }));
};
