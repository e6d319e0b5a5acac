import { changeLineOperation } from '../../contracts/api/applications.ts';
import { asChange } from '../../platform/route.ts';
import { replaceLine } from '../../store/replace-line.ts';
import { desk } from '../../store/container-desk.ts';
import { changeLine } from './change-line.ts';

export const handler = asChange(changeLineOperation, () =>
  changeLine({ replaceLine: (input) => replaceLine(desk(), input) }),
);
