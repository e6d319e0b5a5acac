import { unreadable } from './cells/import-issue.ts';

/** More is no register of a county; and what is read stays in memory until it is written. */
export const mostRows = 100_000;

/** @throws UnreadableFileError for more rows than one import takes */
export const refuseTooManyRows = (count: number): void => {
  if (count <= mostRows) return;
  throw unreadable(1, {
    code: 'TOO_MANY_ROWS',
    problem: { zh: `文件超过 ${mostRows} 行。`, en: `The file has more than ${mostRows} rows.` },
    mend: { zh: '请分成几个文件导入。', en: 'Split it into several files.' },
  });
};
