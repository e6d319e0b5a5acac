import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { codeOf } from './host-error.ts';

/** Writes whole or not at all, readable by the owner only. */
export const writePrivateFile = (path: string, content: string): void => {
  const draft = `${path}.${process.pid}.new`;
  writeFileSync(draft, content, { mode: 0o600, flush: true });
  renameSync(draft, path);
};

/** The file's content, or undefined when there is no such file. */
export const readFileIfThere = (path: string): string | undefined => {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw error;
  }
};

/** Reads a secret, made and kept (mode 0600) the first time it is asked for. */
export const readOrMakeSecret = (path: string, make: () => string): string => {
  const found = readFileIfThere(path);
  if (found !== undefined) return found;
  const made = make();
  writePrivateFile(path, made);
  return made;
};
