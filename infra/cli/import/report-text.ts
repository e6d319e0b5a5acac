import type { ImportIssue } from '../../../functions/store/registers/csv/import-issue.ts';
import type { ImportReport } from '../../../functions/store/registers/import/import-register.ts';
import { registerNames } from '../../../functions/store/registers/register-names.ts';

/** More rows than this are counted, not listed; --json has them all. */
const listed = 50;

const place = ({ row, column, value }: ImportIssue): string => {
  const cell = column === undefined ? '' : ` ${column.letter} 列 ${column.name}`;
  return `第 ${row} 行${cell}${value === undefined ? '' : `（${value}）`}`;
};

const issueLines = (issue: ImportIssue): string[] => [
  `  ${place(issue)}  [${issue.code}]`,
  `    ${issue.problem.zh} ${issue.problem.en}`,
  `    → ${issue.mend.zh} ${issue.mend.en}`,
];

const noteLines = (notes: readonly ImportIssue[]): string[] =>
  [...Map.groupBy(notes, ({ code, column }) => `${code} ${column?.letter ?? ''}`).values()].map((group) => {
    const [first] = group;
    if (first === undefined) return '';
    const rows = group
      .slice(0, 5)
      .map(({ row }) => row)
      .join('、');
    const more = group.length > 5 ? ` … (${group.length} 行 rows)` : '';
    const column = first.column === undefined ? '' : ` ${first.column.letter} 列 ${first.column.name}`;
    return `  第 ${rows} 行${more}${column}: ${first.problem.zh} ${first.problem.en}`;
  });

const heading = ({ register, encoding, dryRun }: ImportReport): string => {
  const { zh, en } = registerNames[register];
  return `${zh} ${en}${encoding === undefined ? '' : `, ${encoding}`}${dryRun ? '，试运行 dry run' : ''}`;
};

const countsLine = ({ counts }: ImportReport): string =>
  `${counts.rows} 行 rows: 新增 create ${counts.create}, 更新 update ${counts.update}, 相同 same ${counts.same}, 错误 error ${counts.error}`;

const ending = ({ issues, dryRun, written, before }: ImportReport): string => {
  if (issues.length > 0)
    return '没有写入任何数据，请改正后重新导入。 Nothing was written: mend the rows and import again.';
  if (dryRun) return '试运行：没有写入任何数据。 Dry run: nothing was written.';
  if (before?.phase === 'STARTED')
    return `上次中断的导入已补完，写入 ${written} 条。 The import that was interrupted is complete now, ${written} records written.`;
  if (written === 0) return '数据没有变化。 Nothing has changed.';
  return `已写入 ${written} 条。 ${written} records written.`;
};

/** The report a clerk reads: what happened, every error with its cell, the notes by kind. */
export const reportText = (report: ImportReport): string => {
  const { issues, notes } = report;
  const errors = issues.slice(0, listed).flatMap(issueLines);
  const hidden = issues.length - listed;
  const lines = [
    heading(report),
    countsLine(report),
    ...(issues.length > 0 ? ['', '错误 Errors:', ...errors] : []),
    ...(hidden > 0 ? [`  … 还有 ${hidden} 处 and ${hidden} more (--json lists all)`] : []),
    ...(notes.length > 0 ? ['', '提示 Notes:', ...noteLines(notes)] : []),
    '',
    ending(report),
  ];
  return `${lines.join('\n')}\n`;
};
