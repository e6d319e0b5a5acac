import * as z from 'zod';
import { applicationHead, type ApplicationHead } from '../contracts/application.ts';

/*
 * An application's head is written at every step, and a write of up to a kilobyte costs half of one that is a byte
 * longer. What its keys say already, and lists and counts that hold nothing, are left out when it is stored.
 */

type Fields = Readonly<Record<string, unknown>>;

const isNothing = (value: unknown): boolean => value === 0 || (Array.isArray(value) && value.length === 0);

const withoutNothing = (part: unknown): unknown =>
  typeof part === 'object' && part !== null
    ? Object.fromEntries(Object.entries(part).filter(([, value]) => !isNothing(value)))
    : part;

/** The two parts of a head that are mostly empty. */
const sparse = ['participants', 'tally'] as const;

/** Fields of a head as they are stored. */
export const storedFields = (fields: Fields): Record<string, unknown> => ({
  ...fields,
  ...Object.fromEntries(
    sparse.flatMap((name) => (fields[name] === undefined ? [] : [[name, withoutNothing(fields[name])]])),
  ),
});

/** A new head as it is stored: its number is in its key, and when it was begun is how its owner's index sorts it. */
export const storedHead = (head: Fields): Record<string, unknown> =>
  storedFields(
    Object.fromEntries(
      Object.entries(head).filter(([name]) => name !== 'applicationId' && name !== 'createdAt'),
    ),
  );

const nobody = {
  filers: [],
  proxies: [],
  factEditors: [],
  accountChangers: [],
  verifiers: [],
  reexaminers: [],
  approvers: [],
};
const nothing = { approve: 0, reject: 0, review: 0, notConfigured: 0, amountFen: 0, reasons: [] };

const keys = z.object({ pk: z.string().startsWith('APP#'), ownerSk: z.string().optional() });
const parts = z.object({ participants: z.looseObject({}), tally: z.looseObject({}).optional() });

/** A stored head as the desk knows it; heads of before said all of it. */
export const openHead = (item: Fields): ApplicationHead => {
  const { pk, ownerSk } = keys.parse(item);
  const { participants, tally } = parts.parse(item);
  return applicationHead.parse({
    applicationId: pk.slice('APP#'.length),
    createdAt: ownerSk?.split('#')[0],
    ...item,
    participants: { ...nobody, ...participants },
    ...(tally && { tally: { ...nothing, ...tally } }),
  });
};
