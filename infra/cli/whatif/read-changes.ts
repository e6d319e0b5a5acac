import { readFile } from 'node:fs/promises';
import { checkValueRows, type CheckedRows } from '../../../functions/rules/values/check-value-rows.ts';
import type { DatedValue } from '../../../functions/rules/values/dated.ts';
import { UnreadableFileError } from '../../../functions/store/registers/cells/import-issue.ts';
import { readValueFile } from '../../../functions/store/rule-values/read-value-file.ts';
import { CliError } from '../cli-error.ts';

const bytesOf = async (path: string): Promise<Uint8Array> => {
  try {
    return await readFile(path);
  } catch (error) {
    throw new CliError('FILE_UNREADABLE', `${path} cannot be read.`, 2, { cause: error });
  }
};

/**
 * The changed rule values of a file, or everything that is wrong with them.
 * @throws CliError FILE_UNREADABLE, VALUES_UNREADABLE, VALUES_EMPTY
 */
export const readChanges = async (path: string, current: readonly DatedValue[]): Promise<CheckedRows> => {
  const bytes = await bytesOf(path);
  try {
    const given = readValueFile(bytes);
    if (given.length > 0) return checkValueRows(given, current);
  } catch (error) {
    if (!(error instanceof UnreadableFileError)) throw error;
    throw new CliError('VALUES_UNREADABLE', error.message.replaceAll('\n', ' '), 2, { cause: error });
  }
  throw new CliError('VALUES_EMPTY', `${path} holds no changed rule value.`);
};
