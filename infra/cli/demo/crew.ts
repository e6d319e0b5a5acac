import type { Operation } from '../../../functions/contracts/api/operation.ts';
import type * as z from 'zod';
import type { Host } from '../../local/host.ts';
import { createApiClient, type ApiClient, type Asked } from '../api-client.ts';

/** Everybody at the demo's desk, each signed in as themselves, and the clock on the wall. */
export type Crew = {
  /** A request as one user. */
  readonly as: <O extends Operation>(
    user: string,
    operation: O,
    asked: Asked<O>,
  ) => Promise<z.output<O['response']>>;
  /** A request of somebody without an account. */
  readonly asVisitor: ApiClient['call'];
  /** Lets so much time pass at the desk; what falls due meanwhile happens. */
  readonly wait: (hours: number) => Promise<void>;
  readonly today: () => string;
};

export const counties = ['141124', '140925'] as const;
export type County = (typeof counties)[number];

/** Who does what in each county. Ningwu's claims are few: nobody objects and nothing needs a second approver there. */
export const staff = {
  '141124': {
    village: 'village',
    verifier: 'verifier',
    reviewer: 'reviewer',
    approvers: ['approver', 'approver-2'],
    finance: 'finance',
  },
  '140925': {
    village: 'village-ningwu',
    verifier: 'verifier-ningwu',
    reviewer: undefined,
    approvers: ['approver-ningwu'],
    finance: 'finance-ningwu',
  },
} as const;

/** Tokens last eight hours of the desk's time. */
const tokenLifeMs = 7 * 3600 * 1000;

export const createCrew = (host: Pick<Host, 'url' | 'clock' | 'issueToken' | 'advanceClock'>): Crew => {
  const client = createApiClient(host.url);
  const tokens = new Map<string, { readonly token: Promise<string>; readonly issuedAt: number }>();
  const tokenOf = (user: string): Promise<string> => {
    const now = host.clock.now();
    const held = tokens.get(user);
    if (held !== undefined && now - held.issuedAt < tokenLifeMs) return held.token;
    const token = host.issueToken(user);
    tokens.set(user, { token, issuedAt: now });
    return token;
  };
  return {
    as: async (user, operation, asked) => client.call(operation, asked, await tokenOf(user)),
    asVisitor: client.call,
    wait: (hours) => host.advanceClock(hours * 3600 * 1000),
    today: () => new Date(host.clock.now() + 8 * 3600 * 1000).toISOString().slice(0, 10),
  };
};

/** Works through a list, `hands` at a time, each in its turn. */
export const together = async <Item>(
  items: readonly Item[],
  hands: number,
  work: (item: Item) => Promise<void>,
): Promise<void> => {
  const rest = items.values();
  const hand = async () => {
    for (const item of rest) await work(item);
  };
  await Promise.all(Array.from({ length: Math.min(hands, items.length) }, hand));
};
