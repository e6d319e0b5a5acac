import type { ImportIssue } from '../../../functions/store/registers/cells/import-issue.ts';
import type { PlannedConflict } from '../../../functions/store/registers/import/conflicts-in.ts';
import type { ImportReport } from '../../../functions/store/registers/import/import-report.ts';
import { registerNames } from '../../../functions/store/registers/register-names.ts';

/** More rows than this are counted, not listed; --json has them all. */
const listed = 50;

type Place = Pick<ImportIssue, 'sheet' | 'row' | 'column'>;

const cellOf = ({ sheet, row, column }: Place): string => {
  const cell = column === undefined ? '' : ` ${column.letter} 列 ${column.name}`;
  return `${sheet === undefined ? '' : `工作表“${sheet}”`}第 ${row} 行${cell}`;
};

const place = (issue: ImportIssue): string =>
  `${cellOf(issue)}${issue.value === undefined ? '' : `（${issue.value}）`}`;

const owners = { HR: '人社', POVERTY: '扶贫' } as const;

const conflictLine = (conflict: PlannedConflict): string => {
  const { fieldName, owner, ours, theirs } = conflict;
  const at = conflict.column === undefined ? `${cellOf(conflict)} ${fieldName}` : cellOf(conflict);
  return `  ${at}: 系统 ours ${ours.value ?? '空'} (${ours.asOf}), 文件 file ${theirs.value ?? '空'} (${theirs.asOf}) → ${owners[owner]} ${owner}`;
};

const conflictLines = ({ conflicts }: ImportReport): string[] => {
  if (conflicts.length === 0) return [];
  const hidden = conflicts.length - listed;
  return [
    '',
    '冲突 Conflicts (不覆盖，转人工 not overwritten, for a person to decide):',
    ...conflicts.slice(0, listed).map(conflictLine),
    ...(hidden > 0 ? [`  … 还有 ${hidden} 处 and ${hidden} more (--json lists all)`] : []),
  ];
};

const issueLines = (issue: ImportIssue): string[] => [
  `  ${place(issue)}  [${issue.code}]`,
  `    ${issue.problem.zh} ${issue.problem.en}`,
  `    → ${issue.mend.zh} ${issue.mend.en}`,
];

const noteLines = (notes: readonly ImportIssue[]): string[] =>
  [
    ...Map.groupBy(
      notes,
      ({ sheet, code, column }) => `${sheet ?? ''} ${code} ${column?.letter ?? ''}`,
    ).values(),
  ].map((group) => {
    const [first] = group;
    if (first === undefined) return '';
    const rows = group
      .slice(0, 5)
      .map(({ row }) => row)
      .join('、');
    const more = group.length > 5 ? ` … (${group.length} 行 rows)` : '';
    const column = first.column === undefined ? '' : ` ${first.column.letter} 列 ${first.column.name}`;
    const sheet = first.sheet === undefined ? '' : `工作表“${first.sheet}”`;
    return `  ${sheet}第 ${rows} 行${more}${column}: ${first.problem.zh} ${first.problem.en}`;
  });

const heading = ({ registers, encoding, dryRun }: ImportReport): string => {
  const names = registers.map((name) => `${registerNames[name].zh} ${registerNames[name].en}`);
  const parts = [...names, ...(encoding === undefined ? [] : [encoding])].join(', ');
  return `${parts}${dryRun ? '，试运行 dry run' : ''}`;
};

const countsLine = ({ counts }: ImportReport): string =>
  `${counts.rows} 行 rows: 新增 create ${counts.create}, 更新 update ${counts.update}, 相同 same ${counts.same}, 冲突 conflict ${counts.conflict}, 错误 error ${counts.error}`;

const doneLine = ({ before, written }: ImportReport): string => {
  if (before?.phase === 'STARTED')
    return `上次中断的导入已补完，写入 ${written} 条。 The import that was interrupted is complete now, ${written} records written.`;
  if (written === 0) return '数据没有变化。 Nothing has changed.';
  return `已写入 ${written} 条。 ${written} records written.`;
};

const ending = (report: ImportReport): string => {
  const { issues, dryRun, dryRunId, opened, cases } = report;
  if (issues.length > 0)
    return '没有写入任何数据，请改正后重新导入。 Nothing was written: mend the rows and import again.';
  if (dryRun)
    return `试运行：没有写入任何数据。 Dry run: nothing was written. 确认 Confirm with: --confirm ${dryRunId ?? ''}`;
  const differences = opened === 0 ? '' : ` 新开 ${opened} 条差异待处理。 ${opened} differences opened.`;
  const touched =
    cases === 0 ? '' : ` ${cases} 件申请受影响，已转复核。 ${cases} applications put before re-examiners.`;
  return doneLine(report) + differences + touched;
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
    ...conflictLines(report),
    ...(notes.length > 0 ? ['', '提示 Notes:', ...noteLines(notes)] : []),
    '',
    ending(report),
  ];
  return `${lines.join('\n')}\n`;
};
