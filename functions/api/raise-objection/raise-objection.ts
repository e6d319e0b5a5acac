import { createHash } from 'node:crypto';
import type { raiseObjectionOperation } from '../../contracts/api/notices.ts';
import type { RequestIdentity } from '../../platform/idempotency-key.ts';
import type { PublicChangeRun } from '../../platform/route.ts';
import type { Outcome } from '../../store/delivery.ts';
import type { Objection } from '../../store/notices/raise-objection.ts';
import type { Deliver } from '../deliver.ts';

export type Deps = {
  readonly raise: (input: Objection) => Promise<Outcome>;
  readonly deliver: Deliver;
};

/** Crockford's base 32, as all our numbers. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** The receipt's number follows from the request, so that a repeat of it is given the same receipt. */
export const receiptNumber = ({ caller, key }: Pick<RequestIdentity, 'caller' | 'key'>): string =>
  [...createHash('sha256').update(`${caller} ${key}`).digest().subarray(0, 10)]
    .map((byte) => alphabet.charAt(byte % alphabet.length))
    .join('');

export const raiseObjection =
  ({ raise, deliver }: Deps): PublicChangeRun<typeof raiseObjectionOperation> =>
  async ({ at, params, body: { lineNo, text, contact }, idempotency }) => {
    const objectionId = receiptNumber(idempotency);
    await deliver(
      await raise({
        id: params.noticeId,
        objectionId,
        text,
        ...(lineNo !== undefined && { lineNo }),
        ...(contact !== undefined && { contact }),
        at,
        request: idempotency,
      }),
    );
    return { receiptNo: objectionId };
  };
