import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { UnreadableFileError } from '../../../functions/store/registers/cells/import-issue.ts';
import { type ImportReport, marksOf } from '../../../functions/store/registers/import/import-report.ts';
import { type FileToRead, readTables } from '../../../functions/store/registers/import/plan-file.ts';
import { markedCopy } from '../../../functions/store/registers/xlsx/marked-copy.ts';
import { codeOf } from '../../local/host-error.ts';
import { CliError } from '../cli-error.ts';

/** @throws CliError when the copy would not be a workbook, or would take the place of the file itself */
export const checkCopyPath = (copy: string, file: string): void => {
  if (!/\.xlsx$/iu.test(copy)) throw new CliError('COPY_NAME', 'Name the marked copy OUT.xlsx.');
  if (resolve(copy) === resolve(file))
    throw new CliError('COPY_NAME', 'The marked copy must not take the place of the file itself.');
};

/** Writes the marked copy for its owner alone; a file of which no row can be read has none. */
export const writeMarkedCopy = async (
  copy: string,
  file: Omit<FileToRead, 'asOf'>,
  report: ImportReport,
): Promise<string> => {
  try {
    const { assigned } = await readTables(file);
    const bytes = await markedCopy(
      assigned.map(({ table }) => table),
      marksOf(report),
    );
    await writeFile(copy, bytes, { mode: 0o600 });
    return `标出错误的副本：${copy} Marked copy: ${copy}\n`;
  } catch (error) {
    if (error instanceof UnreadableFileError)
      return '文件无法读取，没有生成副本。 The file cannot be read, so there is no marked copy.\n';
    throw new CliError('COPY_NOT_WRITTEN', `${copy} cannot be written (${codeOf(error)}).`);
  }
};
