import type { RecognitionRecord } from '../../contracts/registers/organisation.ts';
import type { RuleValues } from '../../contracts/rule-values.ts';

/** The head-count below which a recognition is reviewed; null while its county has set none. */
export const neededWorkers = (
  { kind }: Pick<RecognitionRecord, 'kind'>,
  { workshop, base }: RuleValues,
): number | null => (kind === 'WORKSHOP' ? workshop.minPoorWorkers : base.minPoorWorkers);
