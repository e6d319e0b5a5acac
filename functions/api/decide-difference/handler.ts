import { decideDifferenceOperation } from '../../contracts/api/differences.ts';
import { asChange } from '../../platform/route.ts';
import { decideDifference as decide } from '../../store/differences/decide-difference.ts';
import { desk } from '../../store/container-desk.ts';
import { decideDifference } from './decide-difference.ts';

export const handler = asChange(decideDifferenceOperation, () =>
  decideDifference({ decide: (input) => decide(desk(), input) }),
);
