import type { BaseAwardFacts } from '../../../functions/rules/base-award/facts.ts';
import type { RuleSet } from '../../../functions/rules/facts.ts';
import { laterBy, monthsLater } from '../almanac.ts';
import type { Part, Row } from '../decision-table.ts';
import { countDayOf, headCountOf, headCountRows, standsOn, type Counted } from '../roster/head-count.ts';

/** What the table asks about one base, in the order of POLICY 3.7. */
export type Sheet = Counted & {
  readonly applicantKnown: boolean;
  readonly recognition: 'ACTIVE' | 'SUSPENDED' | 'REVOKED' | 'NOT_YET' | 'NOT_KNOWN';
  readonly otherNumber: boolean;
  readonly otherCounty: boolean;
  readonly figure: number | 'UNSET';
  readonly rosterAhead: boolean;
  readonly paidBefore: boolean;
};

export const rows: readonly Row<Sheet>[] = [
  ['3.7 who', ({ applicantKnown }) => !applicantKnown, 'REGISTER_DOES_NOT_KNOW', 'LOOK'],
  [
    '3.7 recognised',
    ({ recognition }) => recognition === 'NOT_YET' || recognition === 'REVOKED',
    'NOT_RECOGNISED',
    'REFUSE',
  ],
  ['3.7 recognised', ({ recognition }) => recognition === 'SUSPENDED', 'NOT_RECOGNISED', 'LOOK'],
  ['3.7 recognised', ({ recognition }) => recognition === 'NOT_KNOWN', 'REGISTER_DOES_NOT_KNOW', 'LOOK'],
  [
    '3.7 evidence',
    ({ otherNumber, recognition }) => otherNumber && recognition === 'ACTIVE',
    'REGISTER_DIFFERS',
    'LOOK',
  ],
  ['3', ({ otherCounty }) => otherCounty, 'REGISTER_DIFFERS', 'LOOK'],
  ...headCountRows,
  ['3.7 evidence', ({ rosterAhead }) => rosterAhead, 'PROOF_MISSING', 'LOOK'],
  ['6', ({ figure }) => figure === 'UNSET', 'RULE_NOT_CONFIGURED', 'UNSET'],
  ['3.7 not with', ({ paidBefore }) => paidBefore, 'DUPLICATE', 'REFUSE'],
];

const recognitionOf = (
  { recognition, claim }: BaseAwardFacts,
  on: string,
): Pick<Sheet, 'recognition' | 'otherNumber'> =>
  typeof recognition === 'string'
    ? { recognition: 'NOT_KNOWN', otherNumber: false }
    : {
        recognition: standsOn(recognition.history, on),
        otherNumber: recognition.recognitionNo !== claim.recognitionNo,
      };

export const sheetOf = (facts: BaseAwardFacts, rules: RuleSet): Sheet => {
  const { claim, applicant, roster, held, division, submittedOn } = facts;
  const { base, minimumAge } = rules.values;
  const on = countDayOf(facts);
  return {
    heads: headCountOf({
      roster,
      employer: typeof applicant === 'string' ? undefined : applicant.organisationId,
      on,
      since: base.countOver === 'TWELVE_MONTHS' ? laterBy(monthsLater(on, -12), 1) : on,
      minimumAge,
      onlyFrom: undefined,
    }),
    needed: base.minPoorWorkers ?? 'UNSET',
    applicantKnown: typeof applicant !== 'string',
    ...recognitionOf(facts, on),
    otherCounty: division !== undefined && division !== claim.county,
    figure: base.awardFen ?? 'UNSET',
    rosterAhead: submittedOn !== undefined && claim.countedOn > submittedOn,
    paidBefore: held.length > 0,
  };
};

export const earns = ({ figure }: Sheet): Part[] =>
  figure === 'UNSET' ? [] : [{ period: 'ONCE', amountFen: figure }];
