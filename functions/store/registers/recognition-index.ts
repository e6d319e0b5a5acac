import type { RecognitionRecord } from '../../contracts/registers/organisation.ts';
import { recognitionPartition } from '../keys.ts';

/** Under which a county's recognitions are listed; written with every entry, whoever writes it. */
export const recognitionIndex = ({
  division,
  organisationId,
  kind,
}: Pick<RecognitionRecord, 'division' | 'organisationId' | 'kind'>) => ({
  divisionPk: recognitionPartition(division),
  divisionSk: `${organisationId}#${kind}`,
});
