import type { WorkerRecord } from '../../functions/contracts/registers/worker.ts';
import { laterBy, monthsFrom } from './almanac.ts';

/* Issue 3, F: work that may have been for show. It is for an officer and refuses nothing. */

type Contract = { readonly startsOn: string; readonly endsOn?: string | undefined };
type Job = {
  readonly worker: WorkerRecord | 'UNKNOWN' | 'UNAVAILABLE';
  readonly employer: string | undefined;
  readonly contract: Contract | undefined;
  readonly submittedOn: string | undefined;
};
type Spells = WorkerRecord['spells'];

/** The job ended within so many days after the claim, before the contract says. */
const endsSoon = (spells: Spells, contract: Contract, submittedOn: string, within: number): boolean => {
  const ends = spells.map(({ endsOn }) => endsOn ?? '9999-12-31').sort();
  const last = ends.at(-1) ?? '';
  const early = contract.endsOn === undefined || last < contract.endsOn;
  return early && submittedOn <= last && last <= laterBy(submittedOn, within);
};

/** A month at work that the employer did not insure; the first of a job and that of the claim may come later. */
const hasGap = (
  spells: Spells,
  insured: readonly string[],
  contract: Contract,
  submittedOn: string | undefined,
) =>
  spells.some(({ startsOn, endsOn }) => {
    const from = startsOn > contract.startsOn ? startsOn : contract.startsOn;
    const months = monthsFrom(from, endsOn ?? submittedOn ?? from).slice(1);
    return months.some((month) => !insured.includes(month) && month !== submittedOn?.slice(0, 7));
  });

export const isSham = ({ worker, employer, contract, submittedOn }: Job, within: number): boolean => {
  if (typeof worker === 'string' || contract === undefined || employer === undefined) return false;
  const spells = worker.spells.filter(({ employerCode }) => employerCode === employer);
  const insured = worker.contributions
    .filter(({ employerCode }) => employerCode === employer)
    .map(({ month }) => month);
  return (
    (submittedOn !== undefined && endsSoon(spells, contract, submittedOn, within)) ||
    (worker.contributions.length > 0 && hasGap(spells, insured, contract, submittedOn))
  );
};
