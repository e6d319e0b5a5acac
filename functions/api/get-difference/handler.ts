import { getDifferenceOperation } from '../../contracts/api/differences.ts';
import { asRead } from '../../platform/route.ts';
import { readDifference } from '../../store/differences/list-differences.ts';
import { desk } from '../../store/container-desk.ts';
import { getDifference } from './get-difference.ts';

export const handler = asRead(getDifferenceOperation, () =>
  getDifference({ read: (differenceId) => readDifference(desk(), differenceId) }),
);
