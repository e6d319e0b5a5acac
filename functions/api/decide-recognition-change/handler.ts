import { decideRecognitionChangeOperation } from '../../contracts/api/recognitions.ts';
import { asChange } from '../../platform/route.ts';
import { decideChange as decide } from '../../store/recognitions/decide-change.ts';
import { keylessDesk } from '../../store/container-table.ts';
import { decideRecognitionChange } from './decide-recognition-change.ts';

export const handler = asChange(decideRecognitionChangeOperation, () =>
  decideRecognitionChange({ decide: (input) => decide(keylessDesk(), input) }),
);
