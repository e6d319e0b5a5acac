import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import * as z from 'zod';
import { type Actor, actor } from '../../functions/contracts/actor.ts';
import type { DataFolder } from './data-folder.ts';
import { HostError } from './host-error.ts';
import { readFileIfThere, writePrivateFile } from './secret-file.ts';
import sampleUsers from './sample/users.json' with { type: 'json' };

const userList = z.array(actor);
const secretList = z.record(z.string(), z.string().min(32));

/** Who may sign in at this desk, and with what. */
export type Users = {
  readonly all: readonly Actor[];
  readonly find: (id: string) => Actor | undefined;
  /** The user whose secret it is; the comparison takes the same time whoever is asked for. */
  readonly withSecret: (id: string, secret: string) => Actor | undefined;
};

const ownUsers = (path: string): Actor[] => {
  const text = readFileIfThere(path);
  if (text === undefined) return [];
  const parsed = userList.safeParse(JSON.parse(text));
  if (parsed.success) return parsed.data;
  const where = parsed.error.issues.map(({ path: at, message }) => `${at.join('.')}: ${message}`).join('; ');
  throw new HostError(
    'USERS_UNREADABLE',
    `${path} is not a list of users (${where}). See infra/local/README.md.`,
  );
};

const readSecrets = (path: string): Record<string, string> => {
  const text = readFileIfThere(path);
  return text === undefined ? {} : secretList.parse(JSON.parse(text));
};

const digest = (text: string) => createHash('sha256').update(text).digest();

/**
 * The sample users of a practice desk and those of the folder's own users.json, which come first.
 * A user without a secret is given one.
 * @throws HostError USERS_UNREADABLE
 */
export const openUsers = (folder: DataFolder): Users => {
  const all = [...ownUsers(folder.file('users.json')), ...(folder.sample ? userList.parse(sampleUsers) : [])];
  const byId = new Map<string, Actor>();
  for (const user of all) if (!byId.has(user.id)) byId.set(user.id, user);
  const path = folder.file('secrets/users.json');
  const kept = readSecrets(path);
  const missing = [...byId.keys()].filter((id) => !Object.hasOwn(kept, id));
  const secrets = new Map([
    ...Object.entries(kept),
    ...missing.map((id) => [id, randomBytes(32).toString('base64url')] as const),
  ]);
  if (missing.length > 0) writePrivateFile(path, JSON.stringify(Object.fromEntries(secrets), null, 2));
  const nobody = randomBytes(32).toString('base64url');
  return {
    all: [...byId.values()],
    find: (id) => byId.get(id),
    withSecret: (id, secret) => {
      const same = timingSafeEqual(digest(secret), digest(secrets.get(id) ?? nobody));
      return same ? byId.get(id) : undefined;
    },
  };
};
