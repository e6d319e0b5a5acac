import Table from 'cli-table3';
import type { DifferenceView } from '../../../functions/contracts/api/differences.ts';

const none = '（空 empty）';

/** The record as it is beside what the file says; personal values come masked. */
export const differencesText = (differences: readonly DifferenceView[]): string => {
  if (differences.length === 0) return '没有差异。 No differences.\n';
  const table = new Table({
    head: [
      '编号 Number',
      '台账 Register',
      '记录 Record',
      '字段 Field',
      '系统 Ours',
      '文件 Theirs',
      '可作 May be',
    ],
    style: { head: [], border: [] },
  });
  for (const { differenceId, registerName, label, fieldName, ours, theirs, yours, decisions } of differences)
    table.push([
      differenceId,
      registerName.zh,
      label,
      fieldName,
      `${ours.value ?? none}\n${ours.asOf}`,
      `${theirs.value ?? none}\n${theirs.asOf} ${theirs.department}`,
      yours ? '您导入，由他人办理 another decides' : decisions.join('\n'),
    ]);
  return `${table.toString()}\n差异 differences: ${differences.length}\n`;
};
