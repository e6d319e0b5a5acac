import { addLinesOperation } from '../../contracts/api/applications.ts';
import { asChange } from '../../platform/route.ts';
import { addLines as storeLines } from '../../store/add-lines.ts';
import { desk } from '../../store/container-desk.ts';
import { addLines } from './add-lines.ts';

export const handler = asChange(addLinesOperation, () =>
  addLines({ addLines: (input) => storeLines(desk(), input) }),
);
