import type { EntitlementPart } from '../../contracts/assessment.ts';
import type { WorkerRecord } from '../../contracts/registers/worker.ts';
import type { IsoMonth } from '../../contracts/scalars.ts';
import { addMonths, monthOf } from '../calendar/days.ts';
import { isKnown, type RuleSet } from '../facts.ts';
import type { UnemploymentFacts } from './facts.ts';

/** What ended the assistance, and the first month that is not paid any more. */
export type Stop = { readonly kind: string; readonly month: IsoMonth };

/** The claimed months, each in the first heap that takes it. */
export type Plan = {
  readonly payable: readonly IsoMonth[];
  /** Other applications have them. */
  readonly held: readonly IsoMonth[];
  /** Unemployment insurance benefit was drawn in them. */
  readonly benefit: readonly IsoMonth[];
  readonly stopped: readonly IsoMonth[];
  /** Still ahead when the claim was made. */
  readonly ahead: readonly IsoMonth[];
  /** Beyond the longest term. */
  readonly beyond: readonly IsoMonth[];
  readonly stop: Stop | undefined;
  /** Months that other applications have had, whichever they are. */
  readonly used: number;
};

/** The month in which death, a pension and the like begin is still paid where they did not begin on its first day. */
const stoppedFrom = (startsOn: string): IsoMonth =>
  monthOf(startsOn.endsWith('-01') ? startsOn : addMonths(`${monthOf(startsOn)}-01`, 1));

/** Re-employed and insured: an employer insures the worker against unemployment after the month of the loss. */
const reemployed = ({ contributions }: WorkerRecord, lostIn: IsoMonth): Stop[] =>
  contributions.flatMap(({ line, month }) =>
    line === 'UNEMPLOYMENT' && month > lostIn ? { kind: 'REEMPLOYED', month } : [],
  );

const stopOf = ({ worker, claim }: UnemploymentFacts): Stop | undefined => {
  if (!isKnown(worker)) return undefined;
  const circumstances = worker.circumstances
    .filter(({ endsOn }) => endsOn === undefined || endsOn >= claim.lostOn)
    .map(({ kind, startsOn }) => ({ kind, month: stoppedFrom(startsOn) }));
  let first: Stop | undefined;
  for (const stop of [...circumstances, ...reemployed(worker, monthOf(claim.lostOn))])
    if (first === undefined || stop.month < first.month) first = stop;
  return first;
};

const drawn = ({ worker }: UnemploymentFacts): ReadonlySet<IsoMonth> =>
  new Set(
    isKnown(worker)
      ? worker.otherBenefits.flatMap(({ kind, month }) => (kind === 'UNEMPLOYMENT_BENEFIT' ? month : []))
      : [],
  );

type Heap = 'payable' | 'held' | 'ahead' | 'benefit' | 'stopped' | 'beyond';

/** Which of the claimed months can be paid; the oldest first, up to the longest term. */
export const planOf = (facts: UnemploymentFacts, { values }: RuleSet): Plan => {
  const taken = new Set(facts.held.map(({ period }) => period));
  const benefits = drawn(facts);
  const stop = stopOf(facts);
  const left = Math.max(0, (values.unemployment.maxMonths ?? Infinity) - taken.size);
  const heaps: Record<Heap, IsoMonth[]> = {
    payable: [],
    held: [],
    ahead: [],
    benefit: [],
    stopped: [],
    beyond: [],
  };
  const { submittedOn } = facts;
  const lastMonth = submittedOn === undefined ? '9999-12' : monthOf(submittedOn);
  const heapOf = (month: IsoMonth): Heap => {
    if (taken.has(month)) return 'held';
    if (month > lastMonth) return 'ahead';
    if (stop !== undefined && month >= stop.month) return 'stopped';
    if (benefits.has(month)) return 'benefit';
    return heaps.payable.length < left ? 'payable' : 'beyond';
  };
  for (const month of facts.claim.months.toSorted()) heaps[heapOf(month)].push(month);
  return { ...heaps, stop, used: taken.size };
};

export const monthlyOf = ({ values: { unemployment } }: RuleSet): number | null => {
  const { assistanceMonthlyFen, uiBenefitMonthlyFen, ceilingBpOfUiBenefit } = unemployment;
  if (assistanceMonthlyFen === null || uiBenefitMonthlyFen === null) return null;
  return Math.min(assistanceMonthlyFen, ceilingFen(uiBenefitMonthlyFen, ceilingBpOfUiBenefit));
};

/** Half a fen is rounded up. */
export const ceilingFen = (benefitFen: number, ceilingBp: number): number =>
  Math.floor((benefitFen * ceilingBp + 5_000) / 10_000);

export const partsOf = ({ payable }: Plan, rules: RuleSet): EntitlementPart[] => {
  const amountFen = monthlyOf(rules);
  return amountFen === null ? [] : payable.map((period) => ({ period, amountFen }));
};
