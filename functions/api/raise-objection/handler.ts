import { raiseObjectionOperation } from '../../contracts/api/notices.ts';
import { asPublicChange } from '../../platform/route.ts';
import { raiseObjection as raise } from '../../store/notices/raise-objection.ts';
import { delivering, desk } from '../services.ts';
import { raiseObjection } from './raise-objection.ts';

export const handler = asPublicChange(raiseObjectionOperation, () =>
  raiseObjection({ raise: (input) => raise(desk(), input), deliver: delivering() }),
);
