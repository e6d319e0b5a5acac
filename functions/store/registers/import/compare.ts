import { isDeepStrictEqual } from 'node:util';
import type { RecordSource } from '../../../contracts/registers.ts';
import type { IsoDate } from '../../../contracts/scalars.ts';
import type { Remark } from '../csv/import-issue.ts';
import type { RowAction } from './register-kind.ts';

const older = (stored: RecordSource, asOf: IsoDate): Remark => ({
  code: 'OLDER_THAN_STORED',
  problem: {
    zh: `系统中的记录截至 ${stored.asOf}，比本文件（${asOf}）新。`,
    en: `The desk holds a newer record (as of ${stored.asOf}; this row is as of ${asOf}).`,
  },
  mend: {
    zh: '请导入更新的数据；如本行确为最新，请改正数据日期。',
    en: 'Import newer data; if this row is the newest, correct its as-of date.',
  },
});

/**
 * What a row means for the record it is about. An older file never overwrites a newer record; one that says
 * nothing different is harmless.
 */
export const compare = (
  stored: { readonly content: unknown; readonly source: RecordSource } | undefined,
  content: unknown,
  asOf: IsoDate,
): { readonly action: RowAction } | { readonly remark: Remark } => {
  if (stored === undefined) return { action: 'CREATE' };
  if (isDeepStrictEqual(stored.content, content))
    return { action: asOf > stored.source.asOf ? 'UPDATE' : 'SAME' };
  return asOf < stored.source.asOf ? { remark: older(stored.source, asOf) } : { action: 'UPDATE' };
};
