import type { decideRecognitionChangeOperation } from '../../contracts/api/recognitions.ts';
import type { ChangeRun } from '../../platform/route.ts';
import type { RecognitionReceipt } from '../../store/recognitions/change-recognition.ts';
import type { ProposalDecision } from '../../store/recognitions/decide-change.ts';

export type Deps = { readonly decide: (input: ProposalDecision) => Promise<RecognitionReceipt> };

export const decideRecognitionChange =
  ({ decide }: Deps): ChangeRun<typeof decideRecognitionChangeOperation> =>
  ({ actor, at, params, body, idempotency }) =>
    decide({ ref: params, actor, at, request: idempotency, ...body });
