import { ProblemError } from '../../platform/errors.ts';
import type { Desk } from '../desk.ts';
import { openTheirs } from '../registers/import/open-differences.ts';
import type { Write } from '../transact.ts';
import { placeOf, plannerFor, type SeenDifference } from './read-seen.ts';

/**
 * The write that puts the file's value into the record.
 * @throws ProblemError NOT_TAKEN_OVER where the register's rows hold only together, or the entry is gone;
 * REGISTER_REFUSES where the record would break a rule of its register
 */
export const takenOver = (desk: Desk, { difference, record }: SeenDifference): Write => {
  const place = placeOf(difference);
  const value = openTheirs(desk, difference);
  const taken = record && plannerFor(difference).takeOver(record, place, value, desk.vault);
  if (taken === undefined)
    throw new ProblemError(
      409,
      'NOT_TAKEN_OVER',
      `One field of the register ${difference.register} cannot be taken over alone. Keep ours, and import the whole record from its owner.`,
    );
  if ('write' in taken) return taken.write;
  const { faults } = taken;
  throw new ProblemError(
    422,
    'REGISTER_REFUSES',
    `The register cannot take this value: ${faults.map(({ problem, mend }) => `${problem.en} ${mend.en}`).join(' ')}`,
    { messageZh: `台账不能采用该值：${faults.map(({ problem, mend }) => problem.zh + mend.zh).join('')}` },
  );
};
