import type { RecognitionChange } from '../contracts/recognition-change.ts';
import type { Standing } from './recognition.ts';

const byStanding: Record<Standing, readonly RecognitionChange[]> = {
  NOT_YET: [],
  ACTIVE: ['SUSPEND', 'REVOKE'],
  SUSPENDED: ['RESUME', 'REVOKE'],
  REVOKED: [],
};

/** What is possible now. What was revoked stays so; its enterprise may apply again. */
export const possibleChanges = (standing: Standing, underReview: boolean): RecognitionChange[] => {
  const changes = byStanding[standing];
  return underReview && changes.length > 0 ? [...changes, 'KEEP'] : [...changes];
};

/** The status that a change leads to; undefined where it stays. */
export const statusAfter = {
  SUSPEND: 'SUSPENDED',
  RESUME: 'ACTIVE',
  REVOKE: 'REVOKED',
  KEEP: undefined,
} as const satisfies Record<RecognitionChange, Standing | undefined>;
