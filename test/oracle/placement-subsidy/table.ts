import type { RuleSet } from '../../../functions/rules/facts.ts';
import type { PlacementFacts } from '../../../functions/rules/placement-subsidy/facts.ts';
import { dayOf, laterBy, lies, monthsLater } from '../almanac.ts';
import { combinationRow, isShared, meets, riskRow } from '../combinations.ts';
import type { Part, Row } from '../decision-table.ts';
import { smallest } from '../figures.ts';
import { homeIn, type Person, personOn, personRows } from '../person.ts';
import { mayBeSame, type Reach, reachOf } from '../places.ts';
import { isSham } from '../sham.ts';

/** What the table asks about one placement, in the order of POLICY 3.2. */
export type Sheet = {
  readonly person: Person;
  readonly reach: Reach;
  readonly figure: number | 'UNSET';
  readonly market: 'YES' | 'NO' | 'NOT_KNOWN';
  readonly licence: 'HELD' | 'NOT_NEEDED' | 'NOT_VALID' | 'NOT_KNOWN';
  readonly ownJob: boolean;
  /** Its group is not known, and the applicant has one. */
  readonly groupOpen: boolean;
  readonly referredOn: string;
  readonly signedOn: string;
  readonly inWindow: boolean;
  readonly term: 'LONG_ENOUGH' | 'TOO_SHORT' | 'TASK' | 'UNSET';
  readonly placedBefore: 'NO' | 'FIRST' | 'LATER';
  readonly job: 'SHOWN' | 'POST' | 'OTHERWISE' | 'NOT_SHOWN' | 'NOT_KNOWN';
  readonly leftEarly: boolean;
  readonly excluded: boolean;
  readonly risky: boolean;
};

/** 3.2: agencies, training providers, brokers and other bodies of the market; a public service is none. */
const marketBodies = new Set<string>([
  'HR_AGENCY',
  'TRAINING_PROVIDER',
  'LABOUR_BROKER',
  'OTHER_MARKET_BODY',
]);

type Spell = Exclude<PlacementFacts['worker'], string>['spells'][number];

/** A register may be a month late; that figure is the desk's, POLICY is silent. */
const daysLate = 31;

/** The job of this contract: with this employer, not over before it began, not begun long after. */
const ofThisJob = (spell: Spell, { claim }: PlacementFacts): boolean =>
  spell.employerCode === claim.employerCode &&
  (spell.endsOn ?? '9999-12-31') >= claim.contract.startsOn &&
  spell.startsOn <= laterBy(claim.contract.startsOn, daysLate);

const jobOf = (facts: PlacementFacts): Sheet['job'] => {
  const { worker, claim } = facts;
  if (typeof worker === 'string') return 'NOT_KNOWN';
  const [spell] = worker.spells.filter((one) => ofThisJob(one, facts));
  if (spell === undefined) return 'NOT_SHOWN';
  if (spell.kind === 'PUBLIC_WELFARE_POST') return 'POST';
  const fits = mayBeSame(spell.workplace, claim.workplace) && spell.startsOn >= claim.referredOn;
  return fits ? 'SHOWN' : 'OTHERWISE';
};

/** 3.2(g), from the later of the register's and the contract's first day. */
const leftEarly = (facts: PlacementFacts, within: number): boolean =>
  typeof facts.worker !== 'string' &&
  facts.worker.spells.some(
    (spell) =>
      ofThisJob(spell, facts) &&
      spell.endsOn !== undefined &&
      dayOf(spell.endsOn) - Math.max(dayOf(spell.startsOn), dayOf(facts.claim.contract.startsOn)) < within,
  );

const termOf = ({ claim: { contract } }: PlacementFacts, { values }: RuleSet): Sheet['term'] => {
  const months = values.placement.minContractMonths;
  if (contract.type === 'OPEN_ENDED') return 'LONG_ENOUGH';
  if (contract.type === 'TASK_BASED') return 'TASK';
  if (months === null) return 'UNSET';
  const needed = laterBy(monthsLater(contract.startsOn, months), -1);
  return (contract.endsOn ?? '') >= needed ? 'LONG_ENOUGH' : 'TOO_SHORT';
};

const licenceOf = ({ applicant, claim }: PlacementFacts, { values }: RuleSet): Sheet['licence'] => {
  if (typeof applicant === 'string') return 'NOT_KNOWN';
  if (!values.placement.requireHrLicence || applicant.type !== 'HR_AGENCY') return 'NOT_NEEDED';
  const held = applicant.licences.some(
    ({ kind, ...span }) => kind === 'HR_SERVICE' && lies(claim.referredOn, span),
  );
  return held ? 'HELD' : 'NOT_VALID';
};

const marketOf = ({ applicant }: PlacementFacts): Sheet['market'] => {
  if (typeof applicant === 'string') return 'NOT_KNOWN';
  return marketBodies.has(applicant.type) ? 'YES' : 'NO';
};

const hasOpenGroup = ({ applicant, employer }: PlacementFacts): boolean =>
  typeof applicant !== 'string' && applicant.ownerGroup !== undefined && typeof employer === 'string';

const isOwnJob = ({ applicant, employer, claim }: PlacementFacts): boolean => {
  if (typeof applicant === 'string') return false;
  if (applicant.organisationId === claim.employerCode) return true;
  return (
    typeof employer !== 'string' &&
    applicant.ownerGroup !== undefined &&
    applicant.ownerGroup === employer.ownerGroup
  );
};

/** 3.2(f): the earliest contract wins; the desk has given the key to the other claim already. */
const placedBefore = ({ held, claim }: PlacementFacts, { values }: RuleSet): Sheet['placedBefore'] => {
  const [other] = held;
  if (!values.placement.oncePerWorker || other === undefined) return 'NO';
  return other.precedence !== undefined && claim.contract.signedOn < other.precedence ? 'FIRST' : 'LATER';
};

/** Where the place leaves two figures open, the smaller: an officer may mend it. */
const figureOf = (reach: Reach, { values }: RuleSet): number | 'UNSET' => {
  const { tierFen } = values.placement;
  const table: Record<Reach, readonly (number | null)[]> = {
    IN_COUNTY: [tierFen.IN_COUNTY],
    IN_PROVINCE: [tierFen.IN_PROVINCE],
    OUT_OF_PROVINCE: [tierFen.OUT_OF_PROVINCE],
    OVERSEAS: [0],
    UNCLEAR: [tierFen.IN_COUNTY, tierFen.IN_PROVINCE],
    UNKNOWN: [0],
  };
  return smallest(table[reach]);
};

export const rows: readonly Row<Sheet>[] = [
  ...personRows,
  ['3.2 who', ({ market }) => market === 'NO', 'NOT_MARKET_INTERMEDIARY', 'REFUSE'],
  ['3.2 who', ({ market }) => market === 'NOT_KNOWN', 'REGISTER_DOES_NOT_KNOW', 'LOOK'],
  ['3.2 who', ({ licence }) => licence === 'NOT_VALID', 'LICENCE_NOT_VALID', 'REFUSE'],
  ['3.2(h)', ({ reach }) => reach === 'OVERSEAS', 'OVERSEAS_NOT_TIERED', 'REFUSE'],
  ['3.2(b)', ({ reach, figure }) => reach === 'UNCLEAR' && figure !== 'UNSET', 'PROOF_MISSING', 'LOOK'],
  ['3.2(c)', ({ inWindow }) => !inWindow, 'OUT_OF_WINDOW', 'REFUSE'],
  ['3.2(1)', ({ referredOn, signedOn }) => signedOn < referredOn, 'PROOF_MISSING', 'LOOK'],
  ['3.2(d)', ({ term }) => term === 'TOO_SHORT', 'CONTRACT_TOO_SHORT', 'REFUSE'],
  ['2 contract', ({ term }) => term === 'TASK', 'TASK_BASED_CONTRACT', 'LOOK'],
  ['1.1', ({ term, figure }) => term === 'UNSET' || figure === 'UNSET', 'RULE_NOT_CONFIGURED', 'UNSET'],
  ['3.2(e)', ({ placedBefore: before }) => before === 'LATER', 'DUPLICATE', 'REFUSE'],
  ['3.2(f)', ({ placedBefore: before }) => before === 'FIRST', 'CLAIMED_ELSEWHERE', 'LOOK'],
  ['3.2 not with', ({ ownJob }) => ownJob, 'EMPLOYER_IS_APPLICANT', 'LOOK'],
  ['3.2 not with', ({ groupOpen, ownJob }) => groupOpen && !ownJob, 'REGISTER_DOES_NOT_KNOW', 'LOOK'],
  ['5 post', ({ job }) => job === 'POST', 'WRONG_EMPLOYMENT_KIND', 'REFUSE'],
  ['3.2 evidence', ({ job }) => job === 'OTHERWISE', 'REGISTER_DIFFERS', 'LOOK'],
  ['3.2 evidence', ({ job }) => job === 'NOT_SHOWN', 'REGISTER_DOES_NOT_KNOW', 'LOOK'],
  ['3.2(g)', ({ leftEarly: left }) => left, 'LEFT_WITHIN_30_DAYS', 'LOOK'],
  combinationRow,
  riskRow,
];

export const sheetOf = (facts: PlacementFacts, rules: RuleSet): Sheet => {
  const { claim, worker, division, others, signals, submittedOn } = facts;
  const job = { worker, employer: claim.employerCode, contract: claim.contract, submittedOn };
  const { values } = rules;
  const { signedOn } = claim.contract;
  const reach = reachOf(homeIn(facts), claim.workplace);
  const person = personOn(worker, signedOn, values.minimumAge, division);
  const poorOnly = values.placement.targetGroup === 'REGISTERED_POOR';
  const within = (day: string): boolean => values.window.start <= day && day <= values.window.end;
  return {
    person: { ...person, poor: person.poor || !poorOnly },
    reach,
    figure: figureOf(reach, rules),
    market: marketOf(facts),
    licence: licenceOf(facts, rules),
    ownJob: isOwnJob(facts),
    groupOpen: hasOpenGroup(facts),
    referredOn: claim.referredOn,
    signedOn,
    inWindow: within(claim.referredOn) && within(signedOn),
    term: termOf(facts, rules),
    placedBefore: placedBefore(facts, rules),
    job: jobOf(facts),
    leftEarly: leftEarly(facts, values.placement.earlyQuitDays),
    excluded: meets('PLACEMENT_SUBSIDY', others, [claim.contract]),
    risky:
      isShared({ ...signals, accountUsers: 0 }, values.risk) ||
      isSham(job, values.risk.contractEndedWithinDays),
  };
};

export const earns = ({ figure, reach }: Sheet): Part[] =>
  figure === 'UNSET' || reach === 'UNKNOWN' ? [] : [{ period: 'ONCE', amountFen: figure }];
