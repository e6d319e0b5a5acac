import { proposeRecognitionChangeOperation } from '../../contracts/api/recognitions.ts';
import { asChange } from '../../platform/route.ts';
import { proposeChange as propose } from '../../store/recognitions/propose-change.ts';
import { keylessDesk } from '../../store/container-table.ts';
import { proposeRecognitionChange } from './propose-recognition-change.ts';

export const handler = asChange(proposeRecognitionChangeOperation, () =>
  proposeRecognitionChange({ propose: (input) => propose(keylessDesk(), input) }),
);
