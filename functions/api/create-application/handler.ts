import { createApplicationOperation } from '../../contracts/api/applications.ts';
import { asChange } from '../../platform/route.ts';
import { createDraft } from '../../store/create-draft.ts';
import { desk } from '../../store/container-desk.ts';
import { createApplication } from './create-application.ts';

export const handler = asChange(createApplicationOperation, () =>
  createApplication({ createDraft: (input) => createDraft(desk(), input) }),
);
