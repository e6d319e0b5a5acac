import { proposeRecognitionChangeOperation } from '../../contracts/api/recognitions.ts';
import { asChange } from '../../platform/route.ts';
import { proposeChange as propose } from '../../store/recognitions/propose-change.ts';
import { desk } from '../services.ts';
import { proposeRecognitionChange } from './propose-recognition-change.ts';

export const handler = asChange(proposeRecognitionChangeOperation, () =>
  proposeRecognitionChange({ propose: (input) => propose(desk(), input) }),
);
