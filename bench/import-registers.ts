import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { BenchError } from './bench-error.ts';
import { type MadeUpWorker, registerFilesOf } from './workers.ts';

const cli = fileURLToPath(new URL('../infra/cli/main.ts', import.meta.url));

/** Puts the workers into the registers of a running desk, through the command line as a clerk would. */
export const importRegisters = async (
  workers: readonly MadeUpWorker[],
  dataDir: string,
  folder: string,
): Promise<void> => {
  for (const [register, text] of Object.entries(registerFilesOf(workers))) {
    const file = join(folder, `${register}.csv`);
    await writeFile(file, text);
    const words = ['import', '--register', register, '--file', file, '--data', dataDir];
    try {
      await promisify(execFile)(process.execPath, ['--disable-warning=ExperimentalWarning', cli, ...words]);
    } catch (error) {
      throw new BenchError(`The ${register} could not be imported: ${(error as { stdout: string }).stdout}`);
    }
  }
};
