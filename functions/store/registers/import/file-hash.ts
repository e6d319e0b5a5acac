import { createHash } from 'node:crypto';
import type { FileToRead } from './plan-file.ts';

type Hashed = Pick<FileToRead, 'bytes' | 'register' | 'department'>;

/** Names an import: the same bytes, read in the same way. */
export const fileHashOf = ({ bytes, register, department }: Hashed): string =>
  createHash('sha256')
    .update(`${register ?? ''}\n${department ?? ''}\n`)
    .update(bytes)
    .digest('hex');
