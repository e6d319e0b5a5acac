import type { HiringFacts } from '../../../functions/rules/hiring-subsidy/facts.ts';
import type { RuleSet } from '../../../functions/rules/facts.ts';
import { laterBy, monthsLater } from '../almanac.ts';
import { combinationRow, inMonths, isShared, riskRow } from '../combinations.ts';
import type { Part, Row } from '../decision-table.ts';
import { isExcluded, isPaidBefore, isPaidShort } from '../farm-hiring-subsidy/table.ts';
import { type Person, personOn, personRowsAnywhere } from '../person.ts';
import { isSham } from '../sham.ts';
import { workOf, workRows, type WorkSheet } from './work.ts';

/** 3.5: who the employer is decides what is asked: months and pay of a workshop, a contract of the others. */
type Kind = 'WORKSHOP' | 'SMALL' | 'LARGE' | 'KEY_PROJECT';

export type Sheet = {
  readonly person: Person;
  readonly kind: Kind;
  readonly employer: 'NAMED' | 'OFFICER' | 'NEVER' | 'NOT_KNOWN';
  readonly recognition: 'ACTIVE' | 'SUSPENDED' | 'NOT_IN_FORCE' | 'NOT_KNOWN' | 'NOT_ASKED';
  readonly late: boolean;
  readonly work: WorkSheet | undefined;
  readonly noMonths: boolean;
  readonly term: 'LONG_ENOUGH' | 'TOO_SHORT' | 'TASK' | 'NONE' | 'UNSET' | 'NOT_ASKED';
  readonly job: 'SHOWN' | 'LONG_BEFORE' | 'NOT_SHOWN' | 'NOT_ASKED';
  readonly cameBack: boolean;
  readonly figure: number | 'UNSET';
  readonly paidBefore: boolean;
  readonly excluded: boolean;
  readonly risky: boolean;
};

const named = new Set<string>([
  'ENTERPRISE',
  'WORKSHOP',
  'KEY_PROJECT',
  'HR_AGENCY',
  'FARM_INPUT_ENTERPRISE',
  'LEADING_FARM_ENTERPRISE',
]);
const never = new Set<string>(['PUBLIC_EMPLOYMENT_SERVICE', 'LABOUR_BROKER']);

export const rows: readonly Row<Sheet>[] = [
  ...personRowsAnywhere,
  ['3.5 who', ({ employer }) => employer === 'NEVER', 'NOT_ELIGIBLE_ORGANISATION', 'REFUSE'],
  ['3.5(d)', ({ employer }) => employer === 'OFFICER', 'NOT_ELIGIBLE_ORGANISATION', 'LOOK'],
  ['3.5 who', ({ employer }) => employer === 'NOT_KNOWN', 'REGISTER_DOES_NOT_KNOW', 'LOOK'],
  ['3.5 who', ({ recognition }) => recognition === 'NOT_IN_FORCE', 'NOT_RECOGNISED', 'REFUSE'],
  ['3.5 who', ({ recognition }) => recognition === 'SUSPENDED', 'NOT_RECOGNISED', 'LOOK'],
  ['3.5 who', ({ recognition }) => recognition === 'NOT_KNOWN', 'REGISTER_DOES_NOT_KNOW', 'LOOK'],
  ['6 until', ({ late }) => late, 'OUT_OF_WINDOW', 'REFUSE'],
  ...workRows.map(([basis, when, reason, effect]): Row<Sheet> => [
    basis,
    ({ work }) => work !== undefined && when({ work }),
    reason,
    effect,
  ]),
  ['3.5 evidence', ({ noMonths }) => noMonths, 'PROOF_MISSING', 'LOOK'],
  ['3.5 contract', ({ term }) => term === 'TOO_SHORT', 'CONTRACT_TOO_SHORT', 'REFUSE'],
  ['2 contract', ({ term }) => term === 'TASK', 'TASK_BASED_CONTRACT', 'LOOK'],
  ['3.5 evidence', ({ term }) => term === 'NONE', 'PROOF_MISSING', 'LOOK'],
  ['6', ({ term }) => term === 'UNSET', 'RULE_NOT_CONFIGURED', 'UNSET'],
  ['3.5 evidence', ({ job }) => job === 'LONG_BEFORE', 'REGISTER_DIFFERS', 'LOOK'],
  ['3.5 evidence', ({ job }) => job === 'NOT_SHOWN', 'REGISTER_DOES_NOT_KNOW', 'LOOK'],
  ['3.5(e)', ({ cameBack }) => cameBack, 'NOT_NEWLY_HIRED', 'REFUSE'],
  ['6', ({ figure }) => figure === 'UNSET', 'RULE_NOT_CONFIGURED', 'UNSET'],
  ['3.5 not with', ({ paidBefore }) => paidBefore, 'DUPLICATE', 'REFUSE'],
  combinationRow,
  riskRow,
];

/** How the recognition stands when the claim is made; without that day, when its last month ends. */
const recognitionOn = ({ recognition, submittedOn, claim }: HiringFacts): Sheet['recognition'] => {
  if (typeof recognition === 'string') return 'NOT_KNOWN';
  const last =
    [claim.hiredOn, ...claim.months.map(({ month }) => `${month}-28`)].sort().at(-1) ?? claim.hiredOn;
  const day = submittedOn ?? last;
  const standing = recognition.history.findLast(({ from }) => from <= day)?.status;
  if (standing === undefined || standing === 'REVOKED' || recognition.recognisedOn > day)
    return 'NOT_IN_FORCE';
  return standing;
};

/** A recognised enterprise that names no contract claims as a workshop. */
const claimsAsWorkshop = (facts: HiringFacts): boolean =>
  facts.claim.contract === undefined &&
  (typeof facts.applicant === 'string' || ['ACTIVE', 'SUSPENDED'].includes(recognitionOn(facts)));

const kindOf = (facts: HiringFacts): Kind => {
  const { applicant } = facts;
  if (claimsAsWorkshop(facts)) return 'WORKSHOP';
  if (typeof applicant === 'string') return 'SMALL';
  if (applicant.type === 'WORKSHOP') return 'WORKSHOP';
  if (applicant.type === 'KEY_PROJECT') return 'KEY_PROJECT';
  return applicant.sizeClass === 'LARGE' || applicant.sizeClass === 'MEDIUM' ? 'LARGE' : 'SMALL';
};

const employerOf = ({ applicant }: HiringFacts, { values }: RuleSet): Sheet['employer'] => {
  if (typeof applicant === 'string') return 'NOT_KNOWN';
  const business = { OFFICER: 'OFFICER', AS_ENTERPRISE: 'NAMED', NOT_PAID: 'NEVER' } as const;
  if (applicant.type === 'INDIVIDUAL_BUSINESS') return business[values.hiring.individualBusiness];
  if (never.has(applicant.type)) return 'NEVER';
  return named.has(applicant.type) ? 'NAMED' : 'OFFICER';
};

/** POLICY 6: the sum and the term of contract of each kind of employer. */
const figuresOf = ({
  values: { hiring },
}: RuleSet): Record<Kind, { fen: number | null; months: number | null }> => ({
  WORKSHOP: { fen: hiring.poorWorkerFen, months: null },
  SMALL: { fen: hiring.poorWorkerFen, months: hiring.enterpriseMinContractMonths },
  LARGE: { fen: hiring.largeEnterpriseFen, months: hiring.largeEnterpriseMinContractMonths },
  KEY_PROJECT: { fen: hiring.keyProjectFen, months: hiring.keyProjectMinContractMonths },
});

const termOf = ({ claim: { contract } }: HiringFacts, months: number | null): Sheet['term'] => {
  if (contract === undefined) return 'NONE';
  if (contract.type === 'OPEN_ENDED') return 'LONG_ENOUGH';
  if (contract.type === 'TASK_BASED') return 'TASK';
  if (months === null) return 'UNSET';
  const needed = laterBy(monthsLater(contract.startsOn, months), -1);
  return (contract.endsOn ?? '') >= needed ? 'LONG_ENOUGH' : 'TOO_SHORT';
};

/** A register may be a month early or late; the figure is the desk's. */
const daysOff = 31;

const jobsOf = ({ worker, applicant }: HiringFacts) =>
  typeof worker === 'string' || typeof applicant === 'string'
    ? []
    : worker.spells.filter(
        ({ employerCode, kind }) =>
          employerCode === applicant.organisationId && kind !== 'PUBLIC_WELFARE_POST',
      );

const isKnownOtherwise = ({ worker, applicant, claim }: HiringFacts): boolean =>
  typeof worker !== 'string' &&
  typeof applicant !== 'string' &&
  [...worker.wages, ...worker.contributions].some(
    ({ employerCode, month }) =>
      employerCode === applicant.organisationId && month >= claim.hiredOn.slice(0, 7),
  );

const jobOf = (facts: HiringFacts): Sheet['job'] => {
  const { worker, applicant, claim } = facts;
  if (typeof worker === 'string' || typeof applicant === 'string') return 'NOT_ASKED';
  const then = jobsOf(facts).filter(
    ({ startsOn, endsOn = '9999-12-31' }) =>
      startsOn <= laterBy(claim.hiredOn, daysOff) && endsOn >= claim.hiredOn,
  );
  if (then.some(({ startsOn }) => startsOn < laterBy(claim.hiredOn, -daysOff))) return 'LONG_BEFORE';
  return then.length > 0 || isKnownOtherwise(facts) ? 'SHOWN' : 'NOT_SHOWN';
};

/** 3.5(e): left and hired again within twelve months is not new. */
const cameBack = (facts: HiringFacts, months: number): boolean =>
  jobsOf(facts).some(
    ({ endsOn }) =>
      endsOn !== undefined &&
      endsOn < facts.claim.hiredOn &&
      monthsLater(endsOn, months) >= facts.claim.hiredOn,
  );

const byWork = (
  facts: HiringFacts,
  rules: RuleSet,
): Pick<Sheet, 'recognition' | 'work' | 'noMonths' | 'term' | 'job' | 'cameBack'> => {
  const { worker, applicant, claim, submittedOn } = facts;
  const employer = typeof applicant === 'string' ? undefined : applicant.organisationId;
  const noMonths = claim.months.length === 0;
  return {
    recognition: recognitionOn(facts),
    work: noMonths
      ? undefined
      : workOf({ worker, employer, hiredOn: claim.hiredOn, months: claim.months, submittedOn }, rules),
    noMonths,
    term: 'NOT_ASKED',
    job: 'NOT_ASKED',
    cameBack: false,
  };
};

/** The contract from the hiring on, and the months worked. */
const staysOf = ({ hiredOn, contract, months }: HiringFacts['claim']) => [
  ...(contract === undefined ? [] : [{ startsOn: hiredOn, endsOn: contract.endsOn }]),
  ...inMonths(months.map(({ month }) => month)),
];

const looksSham = ({ applicant, claim, worker, submittedOn }: HiringFacts, within: number): boolean => {
  const employer = typeof applicant === 'string' ? undefined : applicant.organisationId;
  return isSham({ worker, employer, contract: claim.contract, submittedOn }, within);
};

export const sheetOf = (facts: HiringFacts, rules: RuleSet): Sheet => {
  const { claim, worker, division, signals } = facts;
  const { values } = rules;
  const kind = kindOf(facts);
  const { fen, months } = figuresOf(rules)[kind];
  const asked =
    kind === 'WORKSHOP'
      ? byWork(facts, rules)
      : ({
          recognition: 'NOT_ASKED',
          work: undefined,
          noMonths: false,
          term: termOf(facts, months),
          job: jobOf(facts),
          cameBack: cameBack(facts, values.hiring.rehireMonths),
        } as const);
  return {
    person: personOn(worker, claim.hiredOn, values.minimumAge, division),
    kind,
    employer: employerOf(facts, rules),
    late: claim.hiredOn > values.hiring.lastHireOn,
    ...asked,
    figure: fen ?? 'UNSET',
    paidBefore: isPaidBefore(facts, rules),
    excluded: isExcluded('HIRING_SUBSIDY', facts, staysOf(claim)),
    risky:
      isShared({ ...signals, accountUsers: 0 }, values.risk) ||
      isPaidShort(signals) ||
      looksSham(facts, values.risk.contractEndedWithinDays),
  };
};

export const earns = ({ figure }: Sheet): Part[] =>
  figure === 'UNSET' ? [] : [{ period: 'ONCE', amountFen: figure }];
