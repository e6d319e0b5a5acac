import type { WorkerRecord } from '../../../functions/contracts/registers/worker.ts';
import type { RuleSet } from '../../../functions/rules/facts.ts';
import type { UnemploymentFacts } from '../../../functions/rules/unemployment-assistance/facts.ts';
import { laterBy, type Span } from '../almanac.ts';
import { combinationRow, inMonths, isShared, meets, riskRow } from '../combinations.ts';
import type { Part, Row } from '../decision-table.ts';
import { type Person, personOn, personRowsAnywhere } from '../person.ts';

/** One month, in the first heap that takes it. */
type Heap = 'PAID' | 'HELD' | 'BENEFIT' | 'STOPPED' | 'AHEAD' | 'BEYOND';
type Month = { readonly name: string; readonly heap: Heap; readonly atWork: boolean };

/** What the table asks about one job lost and the months after it, in the order of POLICY 3.12. */
export type Sheet = {
  readonly person: Person;
  readonly insured: 'YES' | 'NO' | 'NOT_KNOWN' | 'NO_WORKER';
  readonly elsewhere: boolean;
  readonly beforeEpidemic: boolean;
  readonly declared: boolean;
  readonly resigned: 'NO' | 'OFFICER' | 'PAID' | 'NOT_PAID';
  readonly job: 'ENDED_THEN' | 'GOES_ON' | 'ENDED_BEFORE' | 'NOT_SHOWN' | 'NO_WORKER';
  readonly months: readonly Month[];
  readonly figure: number | 'UNSET';
  readonly above: boolean;
  readonly otherPayee: boolean;
  readonly excluded: boolean;
  readonly risky: boolean;
};

const some = ({ months }: Sheet, ...heaps: readonly Heap[]): boolean =>
  months.some(({ heap }) => heaps.includes(heap));
const paid = ({ months }: Sheet): readonly Month[] => months.filter(({ heap }) => heap === 'PAID');
const unpaid = (sheet: Sheet): boolean => paid(sheet).length === 0;

export const rows: readonly Row<Sheet>[] = [
  ...personRowsAnywhere,
  ['3.12 insured', ({ insured }) => insured === 'NO', 'NOT_INSURED', 'REFUSE'],
  ['3.12 insured', ({ insured }) => insured === 'NOT_KNOWN', 'REGISTER_DOES_NOT_KNOW', 'LOOK'],
  ['3.12(c)', ({ elsewhere }) => elsewhere, 'NOT_INSURED', 'REFUSE'],
  ['3.12(b)', ({ beforeEpidemic }) => beforeEpidemic, 'NOT_EPIDEMIC_LOSS', 'REFUSE'],
  ['3.12(b)', ({ declared }) => !declared, 'NOT_EPIDEMIC_LOSS', 'REFUSE'],
  ['3.12(d)', ({ resigned }) => resigned === 'NOT_PAID', 'NOT_EPIDEMIC_LOSS', 'REFUSE'],
  ['3.12(d)', ({ resigned }) => resigned === 'OFFICER', 'CAUSE_UNCLEAR', 'LOOK'],
  ['3.12 evidence', ({ job }) => job === 'GOES_ON', 'REGISTER_DIFFERS', 'LOOK'],
  ['3.12(b)', ({ job }) => job === 'ENDED_BEFORE', 'REGISTER_DIFFERS', 'LOOK'],
  ['3.12 evidence', ({ job }) => job === 'NOT_SHOWN', 'REGISTER_DOES_NOT_KNOW', 'LOOK'],
  ['1.5', (sheet) => some(sheet, 'HELD', 'BENEFIT') && unpaid(sheet), 'DUPLICATE', 'REFUSE'],
  ['1.5', (sheet) => some(sheet, 'HELD', 'BENEFIT'), 'DUPLICATE', 'NOTE'],
  ['3.12 stops', (sheet) => some(sheet, 'STOPPED') && unpaid(sheet), 'ASSISTANCE_STOPPED', 'REFUSE'],
  ['3.12 stops', (sheet) => some(sheet, 'STOPPED'), 'ASSISTANCE_STOPPED', 'NOTE'],
  ['3.12 stops', (sheet) => some(sheet, 'AHEAD') && unpaid(sheet), 'NO_COUNTED_MONTH', 'REFUSE'],
  ['3.12 stops', (sheet) => some(sheet, 'AHEAD'), 'NO_COUNTED_MONTH', 'NOTE'],
  ['3.12 six months', (sheet) => some(sheet, 'BEYOND') && unpaid(sheet), 'PERIOD_EXHAUSTED', 'REFUSE'],
  ['3.12 six months', (sheet) => some(sheet, 'BEYOND'), 'PERIOD_EXHAUSTED', 'NOTE'],
  ['3.12 not with', (sheet) => paid(sheet).some(({ atWork }) => atWork), 'EXCLUDED_BENEFIT', 'LOOK'],
  ['6', ({ figure }) => figure === 'UNSET', 'RULE_NOT_CONFIGURED', 'UNSET'],
  ['3.12(a)', ({ above, figure }) => above && figure !== 'UNSET', 'CAPPED', 'NOTE'],
  ['3.12 payee', ({ otherPayee }) => otherPayee, 'PAYEE_NOT_WORKER', 'LOOK'],
  combinationRow,
  riskRow,
];

const insuredBy = ({ worker, claim: { lostOn } }: UnemploymentFacts): Sheet['insured'] => {
  if (typeof worker === 'string') return 'NO_WORKER';
  if (worker.contributions.length === 0) return 'NOT_KNOWN';
  const by = lostOn.slice(0, 7);
  return worker.contributions.some(({ line, month }) => line === 'UNEMPLOYMENT' && month <= by)
    ? 'YES'
    : 'NO';
};

/** A register may be a month late; that figure is the desk's, POLICY is silent. */
const daysLate = 31;

const isPost = ({ kind }: { readonly kind: string }): boolean => kind === 'PUBLIC_WELFARE_POST';

const jobOf = ({ worker, claim: { lostOn } }: UnemploymentFacts): Sheet['job'] => {
  if (typeof worker === 'string') return 'NO_WORKER';
  const jobs = worker.spells.filter((spell) => !isPost(spell) && spell.startsOn <= lostOn);
  if (jobs.some(({ endsOn = '9999-12-31' }) => endsOn > lostOn)) return 'GOES_ON';
  const about = laterBy(lostOn, -daysLate);
  const insured = worker.contributions
    .map(({ month }) => month)
    .filter((month) => month <= lostOn.slice(0, 7));
  const near =
    jobs.some(({ endsOn = '' }) => endsOn >= about) || insured.some((month) => month >= about.slice(0, 7));
  if (near) return 'ENDED_THEN';
  return jobs.length > 0 ? 'ENDED_BEFORE' : 'NOT_SHOWN';
};

const monthAfter = (date: string): string => {
  const [year = 0, month = 0] = date.split('-').map(Number);
  const next = year * 12 + month;
  return `${Math.floor(next / 12)}-${String((next % 12) + 1).padStart(2, '0')}`;
};

const touches = ({ startsOn, endsOn = '9999-12-31' }: Span, month: string): boolean =>
  startsOn.slice(0, 7) <= month && month <= endsOn.slice(0, 7);

/**
 * 3.12, stops when: the first month that is not paid any more. A contribution of the month of the loss may be the old
 * employer's, so only a later one shows that new work is insured.
 */
const stopsFrom = (worker: WorkerRecord, lostOn: string): string => {
  const life = worker.circumstances.map(({ startsOn }) =>
    startsOn.endsWith('-01') ? startsOn.slice(0, 7) : monthAfter(startsOn),
  );
  const jobs = worker.spells.filter((spell) => spell.startsOn > lostOn);
  const again = worker.contributions
    .filter(({ line, month }) => line === 'UNEMPLOYMENT' && month > lostOn.slice(0, 7))
    .map(({ month }) => month)
    .filter((month) => jobs.some((job) => touches(job, month)));
  return [...life, ...again, '9999-12'].sort()[0] ?? '9999-12';
};

const isAtWork = (worker: WorkerRecord, month: string, lostOn: string): boolean =>
  worker.wages.some((wage) => wage.month === month) ||
  worker.spells.some((spell) => (spell.startsOn > lostOn || isPost(spell)) && touches(spell, month));

const monthsOf = (facts: UnemploymentFacts, { values }: RuleSet): Month[] => {
  const { worker, claim, held, submittedOn = '9999-12' } = facts;
  const record = typeof worker === 'string' ? undefined : worker;
  const stop = record === undefined ? '9999-12' : stopsFrom(record, claim.lostOn);
  const taken = new Set(held.map(({ period }) => period));
  const benefit = new Set(
    (record?.otherBenefits ?? [])
      .filter(({ kind }) => kind === 'UNEMPLOYMENT_BENEFIT')
      .map(({ month }) => month),
  );
  let left = (values.unemployment.maxMonths ?? 999) - taken.size;
  const heapOf = (month: string): Heap => {
    if (taken.has(month)) return 'HELD';
    if (month > submittedOn.slice(0, 7)) return 'AHEAD';
    if (month >= stop) return 'STOPPED';
    if (benefit.has(month)) return 'BENEFIT';
    left -= 1;
    return left >= 0 ? 'PAID' : 'BEYOND';
  };
  return [...claim.months].sort().map((name) => ({
    name,
    heap: heapOf(name),
    atWork: record !== undefined && isAtWork(record, name, claim.lostOn),
  }));
};

/** 「不高于」 includes equal; half a fen goes up. */
const amountOf = ({ values }: RuleSet): Pick<Sheet, 'figure' | 'above'> => {
  const { assistanceMonthlyFen, uiBenefitMonthlyFen, ceilingBpOfUiBenefit, maxMonths } = values.unemployment;
  if (assistanceMonthlyFen === null || uiBenefitMonthlyFen === null || maxMonths === null)
    return { figure: 'UNSET', above: false };
  const ceiling = Math.floor((uiBenefitMonthlyFen * ceilingBpOfUiBenefit + 5_000) / 10_000);
  return { figure: Math.min(assistanceMonthlyFen, ceiling), above: assistanceMonthlyFen > ceiling };
};

export const sheetOf = (facts: UnemploymentFacts, rules: RuleSet): Sheet => {
  const { claim, worker, others, payeeIsWorker, signals } = facts;
  const { values } = rules;
  return {
    person: personOn(worker, claim.lostOn, values.minimumAge, undefined),
    insured: insuredBy(facts),
    elsewhere: !claim.insuredIn.startsWith('14'),
    beforeEpidemic: claim.lostOn < values.unemployment.epidemicFrom,
    declared: claim.epidemicDeclared,
    resigned: claim.cause === 'RESIGNED' ? values.unemployment.resigned : 'NO',
    job: jobOf(facts),
    months: monthsOf(facts, rules),
    ...amountOf(rules),
    otherPayee: payeeIsWorker === false,
    excluded: meets('UNEMPLOYMENT_ASSISTANCE', others, inMonths(claim.months)),
    risky: isShared(signals, values.risk),
  };
};

export const earns = (sheet: Sheet): Part[] => {
  const { figure } = sheet;
  return figure === 'UNSET' ? [] : paid(sheet).map(({ name }) => ({ period: name, amountFen: figure }));
};
