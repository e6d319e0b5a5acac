import { NotAtHandError } from './not-at-hand.ts';
import { createVault, type Keys, type Vault } from './vault.ts';

/** A ring as it is stored: which key seals, and how to get the bytes of each. */
export type KeyRing = {
  readonly current: string;
  readonly keys: ReadonlyMap<string, () => Promise<Buffer>>;
  readonly lookupKey: () => Promise<Buffer>;
};

type Options = {
  readonly read: () => Promise<KeyRing>;
  /** Milliseconds of a clock that only goes forward. */
  readonly elapsedMs: () => number;
  /** Told when a ring could not be read again; the keys at hand go on. */
  readonly onStale: (error: unknown) => void;
};

/** A container learns of a new key after at most this long; until then it seals with the one before. */
const freshForMs = 10 * 60_000;

type Held = {
  ring: KeyRing;
  readAtMs: number;
  readonly lookupKey: Buffer;
  readonly opened: Map<string, Buffer>;
};

const bytesOf = ({ keys }: KeyRing, id: string): Promise<Buffer> => {
  const get = keys.get(id);
  if (get === undefined)
    throw new Error(`A field was sealed with the key ${id}, which is not on the ring of this desk`);
  return get();
};

/** The keys of a held ring. What is missing is fetched by the wrapper of the function that needs it. */
const keysOf = (held: Held, again: () => Promise<void>, refresh: () => void): Keys => {
  const fetch = (id: string) => async (): Promise<void> => {
    if (!held.ring.keys.has(id)) await again();
    held.opened.set(id, await bytesOf(held.ring, id));
  };
  const keyOf = (id: string): Buffer => {
    const found = held.opened.get(id);
    if (found === undefined) throw new NotAtHandError(`The key ${id}`, fetch(id));
    return found;
  };
  return {
    current: () => {
      refresh();
      const id = held.ring.current;
      return { id, key: keyOf(id) };
    },
    keyOf,
    lookupKey: () => held.lookupKey,
  };
};

const hold = async (ring: KeyRing, readAtMs: number): Promise<Held> => {
  const [lookupKey, current] = await Promise.all([ring.lookupKey(), bytesOf(ring, ring.current)]);
  return { ring, readAtMs, lookupKey, opened: new Map([[ring.current, current]]) };
};

/**
 * A vault over a ring that is read when it is first needed. Asked for before that, it throws NotAtHandError. Keys but
 * the current one are opened when a value needs them, and an unknown one makes the ring be read again.
 */
export const createRingVault = ({ read, elapsedMs, onStale }: Options): (() => Vault) => {
  let vault: Vault | undefined;

  const load = async (): Promise<void> => {
    const held = await hold(await read(), elapsedMs());
    const again = async (): Promise<void> => {
      const ring = await read();
      // Opened before it is named: nothing ever has to wait for the key that seals.
      held.opened.set(ring.current, held.opened.get(ring.current) ?? (await bytesOf(ring, ring.current)));
      held.ring = ring;
      held.readAtMs = elapsedMs();
    };
    const refresh = (): void => {
      if (elapsedMs() - held.readAtMs < freshForMs) return;
      held.readAtMs = elapsedMs();
      again().catch(onStale);
    };
    vault ??= createVault(keysOf(held, again, refresh));
  };
  // Requests that begin together share one reading.
  let loading: Promise<void> | undefined;
  const loadOnce = async (): Promise<void> => {
    loading ??= load().finally(() => {
      loading = undefined;
    });
    await loading;
  };
  return () => {
    if (vault === undefined) throw new NotAtHandError('The ring of keys', loadOnce);
    return vault;
  };
};
