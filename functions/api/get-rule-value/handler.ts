import { getRuleValueOperation } from '../../contracts/api/rule-values.ts';
import { asRead } from '../../platform/route.ts';
import { currentBook } from '../../store/rule-values/rule-book.ts';
import { containerTable } from '../../store/container-table.ts';
import { getRuleValue } from './get-rule-value.ts';

export const handler = asRead(getRuleValueOperation, () =>
  getRuleValue({ rowsOf: async (division) => (await currentBook(containerTable(), division)).rows() }),
);
