import { getIdentityOperation } from '../../contracts/api/tasks.ts';
import { asRead } from '../../platform/route.ts';
import { readIdentity } from '../../store/reading/read-identity.ts';
import { desk } from '../../store/container-desk.ts';
import { getIdentity } from './get-identity.ts';

export const handler = asRead(getIdentityOperation, () =>
  getIdentity({ readIdentity: (input) => readIdentity(desk(), input) }),
);
