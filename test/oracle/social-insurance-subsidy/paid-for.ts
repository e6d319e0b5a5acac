import { insuranceLines, type Contribution } from '../../../functions/contracts/registers/worker.ts';
import type { RuleSet } from '../../../functions/rules/facts.ts';
import type { SocialInsuranceFacts } from '../../../functions/rules/social-insurance-subsidy/facts.ts';

/** What one month comes to, and what an officer has to see in it. */
export type PaidFor = {
  readonly fen: number;
  /** The register shows nothing of the month; or another sum; or one entry twice, or two employers. */
  readonly missing: boolean;
  readonly differs: boolean;
  readonly twice: boolean;
  readonly owed: boolean;
};

type Claimed = SocialInsuranceFacts['claim']['months'][number];

/** Half a fen goes up. */
const partOf = (fen: number, rateBp: number): number => Math.floor((fen * rateBp + 5_000) / 10_000);

const isTwice = (entries: readonly Contribution[]): boolean =>
  new Set(entries.map(({ line }) => line)).size < entries.length;

const isOwed = ({ employerFen, paidOn }: Contribution, submittedOn = '9999'): boolean =>
  employerFen > 0 && (paidOn === undefined || paidOn > submittedOn);

/** The employer's own share, line by line the smaller of what it says and what the insurance shows, if it does. */
export const paidFor = (
  { month, paid }: Claimed,
  { worker, claim, submittedOn }: SocialInsuranceFacts,
  { values }: RuleSet,
): PaidFor => {
  const { lines, rateBp } = values.socialInsurance;
  const known = typeof worker === 'string' ? [] : worker.contributions;
  const inMonth = known.filter((one) => one.month === month);
  const own = inMonth.filter(({ employerCode }) => employerCode === claim.employerCode);
  const others = inMonth.filter((one) => !own.includes(one) && one.employerFen > 0);
  const sums = (lines ?? insuranceLines).map((line) => {
    const said = paid[line] ?? 0;
    const shown = own.filter((one) => one.line === line).map(({ employerFen }) => employerFen);
    return own.length === 0 ? [said, said] : [said, Math.max(0, ...shown)];
  });
  return {
    fen: partOf(
      sums.reduce((total, both) => total + Math.min(...both), 0),
      rateBp ?? 10_000,
    ),
    missing: known.length > 0 && own.length === 0,
    differs: sums.some(([said, shown]) => said !== shown),
    twice: isTwice(own) || others.length > 0,
    owed: own.some((one) => isOwed(one, submittedOn)),
  };
};

/** Months in which a part was waived. */
export const monthsWaived = ({ worker, claim }: SocialInsuranceFacts): number => {
  const own = typeof worker === 'string' ? [] : worker.contributions;
  const waived = own.filter((one) => one.employerCode === claim.employerCode && one.waivedFen > 0);
  return new Set(waived.map(({ month }) => month)).size;
};
