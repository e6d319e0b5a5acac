export type Chance = {
  /** A whole number from 0 to one below the limit. */
  readonly below: (limit: number) => number;
  readonly oneIn: (count: number) => boolean;
  readonly among: <T>(choices: readonly [T, ...T[]] | readonly T[]) => T;
};

/** The same numbers in every run: a linear congruential generator, good enough for made-up people. */
export const createChance = (seed: number): Chance => {
  let state = seed;
  const below = (limit: number): number => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return (state >>> 8) % limit;
  };
  return {
    below,
    oneIn: (count) => below(count) === 0,
    among: (choices) => {
      const choice = choices[below(choices.length)];
      if (choice === undefined) throw new Error('There is nothing to choose from');
      return choice;
    },
  };
};
