import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { department } from '../../../functions/contracts/registers/difference.ts';
import { isoDate } from '../../../functions/contracts/scalars.ts';
import { register } from '../../../functions/store/registers/register-names.ts';
import { codeOf } from '../../local/host-error.ts';
import { CliError } from '../cli-error.ts';
import { checkCopyPath } from './marked-copy.ts';

export type Options = {
  readonly register?: string;
  readonly file?: string;
  readonly department?: string;
  readonly asOf?: string;
  readonly dryRun: boolean;
  readonly confirm?: string;
  readonly markedCopy?: string;
  readonly json: boolean;
  readonly unfinished: boolean;
  readonly as?: string;
  readonly data?: string;
};

/** A workbook of 100,000 rows has some 5 MB, the same as CSV some 15 MB. */
const mostBytes = 100 * 1024 * 1024;

const readBytes = async (file: string): Promise<Buffer> => {
  try {
    if ((await stat(file)).size > mostBytes)
      throw new CliError('FILE_TOO_LARGE', `${file} has more than 100 MB. Split it.`);
    return await readFile(file);
  } catch (error) {
    if (error instanceof CliError) throw error;
    throw new CliError('FILE_NOT_READ', `${file} cannot be read (${codeOf(error)}).`);
  }
};

const checkTogether = ({ asOf, confirm, dryRun }: Options): void => {
  if (asOf !== undefined && !isoDate.safeParse(asOf).success)
    throw new CliError('DATE_WRONG', `${asOf} is no date. Write --as-of 2020-06-12.`);
  if (confirm !== undefined && dryRun)
    throw new CliError('DRY_RUN_OR_CONFIRM', 'A dry run and its confirmation are two commands.');
};

/** What the command line asks for. @throws CliError when it does not fit together */
export const whatToImport = async (argument: string | undefined, options: Options) => {
  const path = argument ?? options.file;
  if (path === undefined)
    throw new CliError('WHAT_TO_IMPORT', 'Name the file: import workers.csv --register workers');
  checkTogether(options);
  if (options.markedCopy !== undefined) checkCopyPath(options.markedCopy, path);
  return {
    bytes: await readBytes(path),
    fileName: basename(path),
    ...(options.register !== undefined && { register: register.parse(options.register) }),
    ...(options.department !== undefined && { department: department.parse(options.department) }),
  };
};
