import type { RecoveryPart, RecoveryRow } from '../../contracts/recovery.ts';
import type { LineAgain, Worth } from './assess-again.ts';

/** What the payee is to get for one entitlement. */
export type Gain = { readonly again: LineAgain; readonly worth: Worth; readonly amountFen: number };

export type Following = {
  readonly moreFen: number;
  readonly lessFen: number;
  /** What of it pays down open recoveries, and what is left to be paid. */
  readonly offset: readonly Gain[];
  readonly supplement: readonly Gain[];
  readonly recovery: readonly RecoveryPart[];
};

const gainsIn = (lines: readonly LineAgain[]): Gain[] =>
  lines.flatMap((again) =>
    again.worths
      .filter(({ deltaFen }) => deltaFen > 0)
      .map((worth) => ({ again, worth, amountFen: worth.deltaFen })),
  );

const partOf = ({ line, after, assessment }: LineAgain, worth: Worth): RecoveryPart => ({
  lineNo: line.lineNo,
  subject: line.subject,
  instrument: assessment.instrument,
  period: worth.period,
  run: after.run,
  ...(after.hash !== undefined && { hash: after.hash }),
  fullFen: worth.fullFen,
  inHandFen: worth.inHandFen,
  amountFen: -worth.deltaFen,
  leftFen: -worth.deltaFen,
});

const lossesIn = (lines: readonly LineAgain[]): RecoveryPart[] =>
  lines.flatMap((again) =>
    again.worths.filter(({ deltaFen }) => deltaFen < 0).map((worth) => partOf(again, worth)),
  );

const sum = (amounts: readonly { readonly amountFen: number }[]): number =>
  amounts.reduce((total, { amountFen }) => total + amountFen, 0);

/** The first `moneyFen` of the gains, and what is left of them. */
const split = (gains: readonly Gain[], moneyFen: number) => {
  let left = moneyFen;
  const first: Gain[] = [];
  const rest: Gain[] = [];
  for (const gain of gains) {
    const taken = Math.min(left, gain.amountFen);
    left -= taken;
    if (taken > 0) first.push({ ...gain, amountFen: taken });
    if (taken < gain.amountFen) rest.push({ ...gain, amountFen: gain.amountFen - taken });
  }
  return { first, rest };
};

/**
 * What follows from new full values: what is due pays down open recoveries of the same application first, the rest is
 * paid by a supplement; what was paid too much is asked back. Nothing due and nothing too much: nothing.
 */
export const whatFollows = (lines: readonly LineAgain[], recoveries: readonly RecoveryRow[]): Following => {
  const gains = gainsIn(lines);
  const recovery = lossesIn(lines);
  const open = recoveries.filter(({ state }) => state === 'APPROVED');
  const openFen = open.reduce((total, { leftFen }) => total + leftFen, 0);
  const { first, rest } = split(gains, openFen);
  return { moreFen: sum(gains), lessFen: sum(recovery), offset: first, supplement: rest, recovery };
};
