import type { RecognitionRecord } from '../../contracts/registers/organisation.ts';
import type { IsoDate } from '../../contracts/scalars.ts';
import { ruleValuesFor } from '../../rules/values/index.ts';

/** The head-count below which a recognition is reviewed; null while its county has set none. */
export const neededWorkers = (
  { kind, division }: Pick<RecognitionRecord, 'kind' | 'division'>,
  today: IsoDate,
): number | null => {
  const { workshop, base } = ruleValuesFor(division, today);
  return kind === 'WORKSHOP' ? workshop.minPoorWorkers : base.minPoorWorkers;
};
