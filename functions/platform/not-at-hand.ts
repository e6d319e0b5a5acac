/**
 * A key is needed that this container has not fetched yet. Sealing and opening are plain functions and cannot wait,
 * so they say what is missing and how to get it, and the wrapper of the function gets it and begins again.
 */
export class NotAtHandError extends Error {
  override readonly name = 'NotAtHand';
  /** @throws whatever kept the key from being fetched */
  readonly fetch: () => Promise<void>;
  constructor(what: string, fetch: () => Promise<void>) {
    super(`${what} is not at hand`);
    this.fetch = fetch;
  }
}

/**
 * Runs `work`, and again whenever a key had to be fetched. Every request and every task may be repeated without harm,
 * so beginning again is safe; it ends, because each fetch brings a key or throws.
 */
export const whenAtHand = async <T>(work: () => T | Promise<T>): Promise<T> => {
  for (;;) {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof NotAtHandError)) throw error;
      await error.fetch();
    }
  }
};
