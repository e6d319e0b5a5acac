import type { FarmHiringFacts } from '../../../functions/rules/farm-hiring-subsidy/facts.ts';
import type { RuleSet } from '../../../functions/rules/facts.ts';
import { combinationRow, inMonths, isShared, meets, riskRow } from '../combinations.ts';
import type { Part, Row } from '../decision-table.ts';
import { workOf, workRows, type WorkSheet } from '../hiring-subsidy/work.ts';
import { type Person, personOn, personRowsAnywhere } from '../person.ts';

/** What the table asks about one worker of a farm employer, in the order of POLICY 3.8. */
export type Sheet = {
  readonly person: Person;
  readonly employer: 'FARM' | 'OTHER' | 'NOT_KNOWN';
  readonly family: 'NO' | 'NOT_PAID' | 'OFFICER' | 'AS_EMPLOYEES';
  readonly late: boolean;
  readonly work: WorkSheet;
  readonly figure: number | 'UNSET';
  readonly paidBefore: boolean;
  readonly excluded: boolean;
  readonly risky: boolean;
};

/** 3.8: farm-input enterprises and farm business entities. */
const farmTypes = new Set<string>([
  'FARM_INPUT_ENTERPRISE',
  'FARM_COOPERATIVE',
  'FAMILY_FARM',
  'LEADING_FARM_ENTERPRISE',
  'LARGE_GROWER',
  'FARM_SERVICE_ORGANISATION',
]);

export const rows: readonly Row<Sheet>[] = [
  ...personRowsAnywhere,
  ['3.8 who', ({ employer }) => employer === 'OTHER', 'NOT_ELIGIBLE_ORGANISATION', 'REFUSE'],
  ['3.8 who', ({ employer }) => employer === 'NOT_KNOWN', 'REGISTER_DOES_NOT_KNOW', 'LOOK'],
  ['3.8(d)', ({ family }) => family === 'NOT_PAID', 'WRONG_EMPLOYMENT_KIND', 'REFUSE'],
  ['3.8(d)', ({ family }) => family === 'OFFICER', 'WRONG_EMPLOYMENT_KIND', 'LOOK'],
  ['6 until', ({ late }) => late, 'OUT_OF_WINDOW', 'REFUSE'],
  ...workRows,
  ['6', ({ figure }) => figure === 'UNSET', 'RULE_NOT_CONFIGURED', 'UNSET'],
  ['3.8(a)', ({ paidBefore }) => paidBefore, 'DUPLICATE', 'REFUSE'],
  combinationRow,
  riskRow,
];

/** 四.3 and 五.2 are one subsidy (3.8 a): either of them is the same payment. */
export const isPaidBefore = (
  { held, others }: Pick<FarmHiringFacts, 'held' | 'others'>,
  { values }: RuleSet,
): boolean =>
  values.hiring.oncePerWorker &&
  (held.length > 0 || (others ?? []).some((other) => other.instrument.endsWith('HIRING_SUBSIDY')));

/** What else may not stand beside it; the twin clause is asked above. */
export const isExcluded = (
  instrument: 'HIRING_SUBSIDY' | 'FARM_HIRING_SUBSIDY',
  { others }: Pick<FarmHiringFacts, 'others'>,
  stays: Parameters<typeof meets>[2],
): boolean =>
  meets(
    instrument,
    others?.filter((other) => !other.instrument.endsWith('HIRING_SUBSIDY')),
    stays,
  );

/** F: fewer people with wages from the bank than are claimed. */
export const isPaidShort = (signals: FarmHiringFacts['signals']): boolean =>
  (signals?.peoplePaid ?? 0) < (signals?.peopleClaimed ?? 0);

export const sheetOf = (facts: FarmHiringFacts, rules: RuleSet): Sheet => {
  const { claim, worker, applicant, division, submittedOn, signals } = facts;
  const { values } = rules;
  const known = typeof applicant !== 'string';
  return {
    person: personOn(worker, claim.hiredOn, values.minimumAge, division),
    employer: known ? (farmTypes.has(applicant.type) ? 'FARM' : 'OTHER') : 'NOT_KNOWN',
    family: claim.ofOwnersFamily ? values.hiring.farmFamily : 'NO',
    late: claim.hiredOn > values.hiring.lastHireOn,
    work: workOf(
      {
        worker,
        employer: known ? applicant.organisationId : undefined,
        hiredOn: claim.hiredOn,
        months: claim.months,
        submittedOn,
      },
      rules,
    ),
    figure: values.hiring.poorWorkerFen ?? 'UNSET',
    paidBefore: isPaidBefore(facts, rules),
    excluded: isExcluded('FARM_HIRING_SUBSIDY', facts, inMonths(claim.months.map(({ month }) => month))),
    risky: isShared({ ...signals, accountUsers: 0 }, values.risk) || isPaidShort(signals),
  };
};

export const earns = ({ figure }: Sheet): Part[] =>
  figure === 'UNSET' ? [] : [{ period: 'ONCE', amountFen: figure }];
