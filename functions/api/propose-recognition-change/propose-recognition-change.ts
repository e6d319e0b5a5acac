import type { proposeRecognitionChangeOperation } from '../../contracts/api/recognitions.ts';
import type { ChangeRun } from '../../platform/route.ts';
import type { RecognitionReceipt } from '../../store/recognitions/change-recognition.ts';
import type { Proposal } from '../../store/recognitions/propose-change.ts';

export type Deps = { readonly propose: (input: Proposal) => Promise<RecognitionReceipt> };

export const proposeRecognitionChange =
  ({ propose }: Deps): ChangeRun<typeof proposeRecognitionChangeOperation> =>
  ({ actor, at, params, body, idempotency }) =>
    propose({ ref: params, actor, at, request: idempotency, ...body });
