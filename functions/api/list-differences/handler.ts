import { listDifferencesOperation } from '../../contracts/api/differences.ts';
import { asRead } from '../../platform/route.ts';
import { listDifferences as queryDifferences } from '../../store/differences/list-differences.ts';
import { desk } from '../../store/container-desk.ts';
import { listDifferences } from './list-differences.ts';

export const handler = asRead(listDifferencesOperation, () =>
  listDifferences({ list: (page) => queryDifferences(desk(), page), vault: desk().vault }),
);
