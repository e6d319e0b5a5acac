import { countHeadsOperation } from '../../contracts/api/recognitions.ts';
import { asChange } from '../../platform/route.ts';
import { countHeads as count } from '../../store/recognitions/count-heads.ts';
import { keylessDesk } from '../../store/container-table.ts';
import { countHeads } from './count-heads.ts';

export const handler = asChange(countHeadsOperation, () =>
  countHeads({ count: (input) => count(keylessDesk(), input) }),
);
