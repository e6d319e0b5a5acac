import { raiseObjectionOperation } from '../../contracts/api/notices.ts';
import { asPublicChange } from '../../platform/route.ts';
import { raiseObjection as raise } from '../../store/notices/raise-objection.ts';
import { desk } from '../../store/container-desk.ts';
import { delivering } from '../services.ts';
import { raiseObjection } from './raise-objection.ts';

export const handler = asPublicChange(raiseObjectionOperation, () =>
  raiseObjection({ raise: (input) => raise(desk(), input), deliver: delivering() }),
);
