import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { createGunzip, gzipSync } from 'node:zlib';
import * as z from 'zod';
import { executionsName, type Manifest } from './manifest.ts';

/** An execution that ran. Rows are enough to restart it; this says which should come back. */
const runningExecution = z.strictObject({
  name: z.string(),
  startedAt: z.string(),
  state: z.string().optional(),
});
export type RunningExecution = z.infer<typeof runningExecution>;

export const writeExecutions = async (
  folder: string,
  executions: AsyncIterable<RunningExecution>,
): Promise<NonNullable<Manifest['executions']>> => {
  const lines: string[] = [];
  for await (const execution of executions) lines.push(`${JSON.stringify(execution)}\n`);
  const zipped = gzipSync(lines.join(''));
  await writeFile(join(folder, executionsName), zipped, { mode: 0o600 });
  return { items: lines.length, sha256: createHash('sha256').update(zipped).digest('hex') };
};

export const readExecutions = async (folder: string): Promise<RunningExecution[]> => {
  const content = await text(createReadStream(join(folder, executionsName)).pipe(createGunzip()));
  return content
    .split('\n')
    .filter(Boolean)
    .map((line) => runningExecution.parse(JSON.parse(line)));
};
