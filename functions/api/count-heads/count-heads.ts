import type { countHeadsOperation } from '../../contracts/api/recognitions.ts';
import type { ChangeRun } from '../../platform/route.ts';
import type { RecognitionReceipt } from '../../store/recognitions/change-recognition.ts';
import type { HeadsCounted } from '../../store/recognitions/count-heads.ts';

export type Deps = { readonly count: (input: HeadsCounted) => Promise<RecognitionReceipt> };

export const countHeads =
  ({ count }: Deps): ChangeRun<typeof countHeadsOperation> =>
  ({ actor, at, params, body, idempotency }) =>
    count({ ref: params, actor, at, request: idempotency, ...body });
