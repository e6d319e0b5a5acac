import { existsSync } from 'node:fs';
import { HostError } from './host-error.ts';
import { writePrivateFile } from './secret-file.ts';

const marker = (folder: string): string => `${folder}/closed.json`;

/** Says that what this folder held lives elsewhere now. Two desks with the same claims would pay twice. */
export const closeFolder = (
  folder: string,
  closed: { readonly at: string; readonly exportedTo: string },
): void => writePrivateFile(marker(folder), JSON.stringify(closed));

/** @throws HostError DESK_CLOSED */
export const mustNotBeClosed = (folder: string): void => {
  if (!existsSync(marker(folder))) return;
  throw new HostError(
    'DESK_CLOSED',
    `The desk of ${folder} was exported for good (${marker(folder)}): it lives elsewhere now, and two of it would pay twice. Only if the other one never took a change: delete that file, and start again.`,
  );
};
