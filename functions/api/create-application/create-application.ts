import type { createApplicationOperation } from '../../contracts/api/applications.ts';
import { newApplicationId } from '../../platform/ids.ts';
import type { ChangeRun } from '../../platform/route.ts';
import { dayOf } from '../../platform/time.ts';
import type { NewDraft } from '../../store/create-draft.ts';
import type { Receipt } from '../../store/idempotency.ts';
import { mustBeAllowedToFile } from './may-file.ts';

export type Deps = { readonly createDraft: (input: NewDraft) => Promise<Receipt> };

export const createApplication =
  ({ createDraft }: Deps): ChangeRun<typeof createApplicationOperation> =>
  ({ actor, at, body, idempotency }) => {
    mustBeAllowedToFile(actor, body);
    return createDraft({ id: newApplicationId(dayOf(at)), draft: body, actor, at, request: idempotency });
  };
