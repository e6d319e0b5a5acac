import { setTimeout as pause } from 'node:timers/promises';
import { seeded } from '../../infra/local/sample/generator/chance.ts';
import type { DeskProcess } from './desk-process.ts';
import type { Around } from './stubborn-client.ts';

/** How often a desk is to be killed during one part of a journey, and among how many of its changes. */
export type Danger = { readonly kills: number; readonly among: number };

export type Killer = {
  readonly around: Around;
  /** From here on the next changes are those of this part of the journey. */
  readonly enter: (danger: Danger) => void;
  /** Kills the desk while `work` is under way, at a moment the seed decides. */
  readonly during: (withinMs: number, work: () => Promise<void>) => Promise<void>;
};

/** Nobody is killed, and every answer arrives. */
export const noKiller: Killer = { around: {}, enter: () => undefined, during: (_ms, work) => work() };

/** Half of the deaths come while a change is under way, half in the moments after it, when the machine works on it. */
const longestDelayMs = { SENT: 12, ANSWERED: 80 } as const;

export const createKiller = (desk: Pick<DeskProcess, 'kill'>, seed: number): Killer => {
  const chance = seeded(seed);
  const due = { SENT: new Set<number>(), ANSWERED: new Set<number>() };
  const seen = { SENT: 0, ANSWERED: 0 };
  const strike = (moment: 'SENT' | 'ANSWERED') => () => {
    seen[moment] += 1;
    if (due[moment].delete(seen[moment])) setTimeout(desk.kill, chance.below(longestDelayMs[moment]));
  };
  return {
    around: {
      sent: strike('SENT'),
      answered: strike('ANSWERED'),
      repeat: () => chance.pick([undefined, undefined, undefined, 'AFTERWARDS', 'AT_ONCE']),
    },
    enter: ({ kills, among }) => {
      for (const moment of ['SENT', 'ANSWERED'] as const) {
        due[moment].clear();
        seen[moment] = 0;
      }
      // One death in each stretch, so that they do not fall together.
      const stretch = Math.floor(among / kills);
      for (let kill = 0; kill < kills; kill += 1)
        due[kill % 2 === 0 ? 'SENT' : 'ANSWERED'].add(1 + kill * stretch + chance.below(stretch));
    },
    during: async (withinMs, work) => {
      const strikes = pause(chance.below(withinMs)).then(desk.kill);
      await Promise.all([work(), strikes]);
    },
  };
};
