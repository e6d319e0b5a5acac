import { listRuleValuesOperation } from '../../contracts/api/rule-values.ts';
import { asRead } from '../../platform/route.ts';
import { currentBook } from '../../store/rule-values/rule-book.ts';
import { desk } from '../services.ts';
import { listRuleValues } from './list-rule-values.ts';

export const handler = asRead(listRuleValuesOperation, () =>
  listRuleValues({ rowsOf: async (division) => (await currentBook(desk().table, division)).rows() }),
);
