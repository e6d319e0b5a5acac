import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';
import { instant } from '../../../functions/contracts/scalars.ts';
import { CliError } from '../cli-error.ts';

/** What of the table a file holds, by the beginning of its partition keys. */
export const partKinds = ['workers', 'registers', 'applications', 'others'] as const;
export type PartKind = (typeof partKinds)[number];

const sha256 = z.string().regex(/^[0-9a-f]{64}$/u);
const part = z.strictObject({
  name: z.string().regex(/^[a-z]+-\d{4}\.jsonl\.gz$/u),
  kind: z.enum(partKinds),
  items: z.int().min(1),
  sha256,
});
export type Part = z.infer<typeof part>;

/** Which executions ran when the table was read; `executions.jsonl.gz`. */
const executionIndex = z.strictObject({ items: z.int().min(0), sha256 });

/** Written last: a folder without one is no export. */
export const manifest = z.strictObject({
  format: z.literal('subsidy-desk-table/1'),
  exportedAt: instant,
  items: z.int().min(0),
  parts: z.array(part),
  /** The one county it holds; without it, the whole table. */
  county: z.string().optional(),
  executions: executionIndex.optional(),
});
export type Manifest = z.infer<typeof manifest>;

export const executionsName = 'executions.jsonl.gz';
export const manifestName = 'manifest.json';

/** @throws CliError NO_EXPORT */
export const readManifest = async (folder: string): Promise<Manifest> => {
  try {
    return manifest.parse(JSON.parse(await readFile(join(folder, manifestName), 'utf8')));
  } catch (error) {
    throw new CliError(
      'NO_EXPORT',
      `${folder} is no finished export of a desk: its ${manifestName} is missing or of another format. Make one with: subsidy export FOLDER`,
      1,
      { cause: error },
    );
  }
};

const registers = /^(?:ORGANISATION|COURSE|PREMISES|RECOGNITION|POST|FUND|RULES|RULE-SET)#/u;

export const kindOf = (pk: string): PartKind => {
  if (pk.startsWith('WORKER#')) return 'workers';
  if (pk.startsWith('APP#')) return 'applications';
  return registers.test(pk) ? 'registers' : 'others';
};
