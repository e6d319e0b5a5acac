import type { Vault } from '../../../../platform/vault.ts';
import { workerKey } from '../../../keys.ts';
import type { Remark } from '../../cells/import-issue.ts';
import { workerItem } from '../../worker-item.ts';
import type { Fault, RowContext } from '../register-kind.ts';
import { mergedIntoNone, type WorkerRow as Row } from './worker-columns.ts';

const mergedIntoItself: Remark = {
  code: 'MERGED_INTO_ITSELF',
  problem: { zh: '合并至的号码就是本行的号码。', en: 'This record would be merged into itself.' },
  mend: {
    zh: '请填写另一条记录的公民身份号码，或留空。',
    en: 'Write the citizen id of the other record, or leave the cell empty.',
  },
};

const mergedIntoUnknown: Remark = {
  code: 'MERGED_INTO_UNKNOWN',
  problem: {
    zh: '贫困劳动力台账中没有合并至的这个人。',
    en: 'The register of workers does not know the person this record is merged into.',
  },
  mend: {
    zh: '请核对号码，或在本文件中加上此人。',
    en: 'Check the id, or add that person to this file.',
  },
};

const mergedIntoMerged: Remark = {
  code: 'MERGED_INTO_MERGED',
  problem: {
    zh: '合并至的记录自己已合并至另一条记录。',
    en: 'The record this one is merged into is itself merged into another.',
  },
  mend: {
    zh: '请填写最后保留的那条记录的公民身份号码。',
    en: 'Write the citizen id of the record that stays in the end.',
  },
};

const hasMerged: Remark = {
  code: 'MERGED_HAS_OTHERS',
  problem: {
    zh: '已有别的记录合并至本行的记录。',
    en: 'Other records are merged into this one.',
  },
  mend: {
    zh: '请先把那些记录合并至最后保留的记录，可写在同一文件中。',
    en: 'Merge those into the record that stays in the end, in this file or before it.',
  },
};

/** The pseudonym of the record that a row is merged into. */
export const otherRecordOf = ({ mergedInto }: Row, vault: Vault): string | undefined =>
  mergedInto === undefined || mergedInto === mergedIntoNone ? undefined : vault.lookup('citizen', mergedInto);

/** Whether earlier files merged others into a record, and this one does not take them elsewhere. */
const stillHasOthers = (subject: string, find: RowContext['find']): boolean => {
  const own = find(workerKey(subject));
  const others = own === undefined ? [] : (workerItem.parse(own).record.mergedFrom ?? []);
  return others.some((other) => {
    const item = find(workerKey(other));
    return item === undefined || workerItem.parse(item).record.mergedInto === subject;
  });
};

/** What is wrong with a merger, once every row of the file is known: the other record may come further down. */
export const faultsOfMerger = (
  row: Row,
  { vault, find }: Pick<RowContext, 'vault' | 'find'>,
): Fault<Row>[] => {
  const other = otherRecordOf(row, vault);
  if (other === undefined) return [];
  const fault = (remark: Remark) => [{ column: 'mergedInto' as const, remark }];
  if (row.mergedInto === row.citizenId) return fault(mergedIntoItself);
  const found = find(workerKey(other));
  if (found === undefined) return fault(mergedIntoUnknown);
  if (workerItem.parse(found).record.mergedInto !== undefined) return fault(mergedIntoMerged);
  return stillHasOthers(vault.lookup('citizen', row.citizenId), find) ? fault(hasMerged) : [];
};
