import type { RuleSet } from '../../../functions/rules/facts.ts';
import type { WorkshopFacts } from '../../../functions/rules/workshop-recognition/facts.ts';
import { lies } from '../almanac.ts';
import type { Part, Row } from '../decision-table.ts';
import { countDayOf, headCountOf, headCountRows, standsOn, type Counted } from '../roster/head-count.ts';

type Ground = 'FREE' | 'VILLAGE' | 'OTHER';

/** What the table asks about one enterprise, in the order of POLICY 3.9. */
export type Sheet = Counted & {
  readonly relief: 'YES' | 'NO' | 'DIFFERS' | 'NOT_KNOWN';
  readonly ground: Ground;
  readonly premises: 'SAME' | 'DIFFERS' | 'NOT_KNOWN';
  readonly notRunning: boolean;
  readonly standard: 'FREE_PREMISES' | 'ORDINARY' | 'NONE';
  readonly rosterAhead: boolean;
  readonly otherCounty: boolean;
  readonly before: 'NEVER' | 'ACTIVE' | 'ENDED' | 'NOT_KNOWN';
  readonly underWay: boolean;
};

export const rows: readonly Row<Sheet>[] = [
  ['3.9 who', ({ relief }) => relief === 'NO', 'NOT_ELIGIBLE_ORGANISATION', 'REFUSE'],
  ['3.9 who', ({ relief }) => relief === 'DIFFERS', 'REGISTER_DIFFERS', 'LOOK'],
  ['3.9 who', ({ relief }) => relief === 'NOT_KNOWN', 'REGISTER_DOES_NOT_KNOW', 'LOOK'],
  [
    '3.9(a)',
    ({ standard, premises }) => standard === 'NONE' && premises !== 'DIFFERS',
    'PREMISES_CONDITION',
    'REFUSE',
  ],
  [
    '3.9(e)',
    ({ ground, premises }) => ground === 'VILLAGE' && premises === 'SAME',
    'PREMISES_UNCLEAR',
    'LOOK',
  ],
  ['3.9 evidence', ({ notRunning }) => notRunning, 'PREMISES_UNCLEAR', 'LOOK'],
  ['3.9 evidence', ({ premises }) => premises === 'DIFFERS', 'REGISTER_DIFFERS', 'LOOK'],
  [
    '3.9 evidence',
    ({ premises, standard }) => premises === 'NOT_KNOWN' && standard !== 'NONE',
    'REGISTER_DOES_NOT_KNOW',
    'LOOK',
  ],
  ...headCountRows,
  ['3.9 evidence', ({ rosterAhead }) => rosterAhead, 'PROOF_MISSING', 'LOOK'],
  ['3.9 approver', ({ otherCounty }) => otherCounty, 'REGISTER_DIFFERS', 'LOOK'],
  ['1.5', ({ before, underWay }) => before === 'ACTIVE' || underWay, 'DUPLICATE', 'REFUSE'],
  ['3.9(c)', ({ before }) => before === 'ENDED', 'REGISTER_DIFFERS', 'LOOK'],
  ['3.9(c)', ({ before }) => before === 'NOT_KNOWN', 'REGISTER_DOES_NOT_KNOW', 'LOOK'],
];

type Premises = WorkshopFacts['claim']['premises'];

const groundOf = (
  { providerKind, rentFen }: Pick<Premises, 'providerKind' | 'rentFen'>,
  { values }: RuleSet,
): Ground => {
  if (!values.workshop.requireFreeGovernmentPremises) return 'FREE';
  if (rentFen > 0) return 'OTHER';
  if (providerKind === 'GOVERNMENT') return 'FREE';
  if (providerKind !== 'VILLAGE_COLLECTIVE') return 'OTHER';
  return ({ REVIEW: 'VILLAGE', ACCEPT: 'FREE', REFUSE: 'OTHER' } as const)[values.workshop.villagePremises];
};

const reliefOf = ({ applicant, claim }: WorkshopFacts): Sheet['relief'] => {
  if (typeof applicant === 'string') return claim.povertyReliefEnterprise ? 'NOT_KNOWN' : 'NO';
  if (applicant.povertyRelief !== claim.povertyReliefEnterprise) return 'DIFFERS';
  return applicant.povertyRelief ? 'YES' : 'NO';
};

/** Free, a village's or another's: by the claim, by the register, and whether the agreement runs on the day. */
const premisesOf = (
  facts: WorkshopFacts,
  rules: RuleSet,
): Pick<Sheet, 'ground' | 'premises' | 'notRunning'> => {
  const { claim, premises } = facts;
  const on = countDayOf(facts);
  const claimed = groundOf(claim.premises, rules);
  const notRunning = !lies(on, claim.premises);
  if (typeof premises === 'string') return { ground: claimed, premises: 'NOT_KNOWN', notRunning };
  const registered = groundOf(premises, rules);
  return {
    ground: registered,
    premises: registered === claimed ? 'SAME' : 'DIFFERS',
    notRunning: notRunning || !lies(on, premises),
  };
};

const standardOf = (ground: Ground, { values }: RuleSet): Sheet['standard'] => {
  if (ground !== 'OTHER') return 'FREE_PREMISES';
  return values.workshop.ordinaryMinPoorWorkers === null ? 'NONE' : 'ORDINARY';
};

const beforeOf = ({ recognition }: WorkshopFacts, on: string): Sheet['before'] => {
  if (recognition === 'UNKNOWN') return 'NEVER';
  if (recognition === 'UNAVAILABLE') return 'NOT_KNOWN';
  const stands = standsOn(recognition.history, on);
  return stands === 'ACTIVE' ? 'ACTIVE' : stands === 'NOT_YET' ? 'NEVER' : 'ENDED';
};

export const sheetOf = (facts: WorkshopFacts, rules: RuleSet): Sheet => {
  const { claim, applicant, roster, held, division, submittedOn } = facts;
  const { workshop, minimumAge } = rules.values;
  const on = countDayOf(facts);
  const premises = premisesOf(facts, rules);
  const standard = standardOf(premises.ground, rules);
  const needed = standard === 'ORDINARY' ? workshop.ordinaryMinPoorWorkers : workshop.minPoorWorkers;
  const heads = headCountOf({
    roster,
    employer: typeof applicant === 'string' ? undefined : applicant.organisationId,
    on,
    since: on,
    minimumAge,
    onlyFrom: workshop.countOtherCounties ? undefined : claim.county,
  });
  return {
    heads,
    needed: needed ?? 'UNSET',
    relief: reliefOf(facts),
    ...premises,
    standard,
    rosterAhead: submittedOn !== undefined && claim.countedOn > submittedOn,
    otherCounty: division !== undefined && division !== claim.county,
    before: beforeOf(facts, on),
    underWay: held.length > 0,
  };
};

/** It pays nothing; the enterprise is recognised once. */
export const earns = (): Part[] => [{ period: 'ONCE', amountFen: 0 }];
