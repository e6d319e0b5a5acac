import { listRuleValuesOperation } from '../../contracts/api/rule-values.ts';
import { asRead } from '../../platform/route.ts';
import { currentBook } from '../../store/rule-values/rule-book.ts';
import { containerTable } from '../../store/container-table.ts';
import { listRuleValues } from './list-rule-values.ts';

export const handler = asRead(listRuleValuesOperation, () =>
  listRuleValues({ rowsOf: async (division) => (await currentBook(containerTable(), division)).rows() }),
);
