import type { PremisesRecord } from '../../contracts/registers/organisation.ts';
import { caveat, claimed, fail, pass, registered, unavailable, used, type Finding } from '../check.ts';
import { isKnown, type RuleSet } from '../facts.ts';
import type { WorkshopFacts } from './facts.ts';

/** FREE: government gives them free. VILLAGE: a village collective does. ORDINARY: own, or paid for. */
type Kind = 'FREE' | 'VILLAGE' | 'ORDINARY';

const kindOf = ({ providerKind, rentFen }: Pick<PremisesRecord, 'providerKind' | 'rentFen'>): Kind => {
  if (rentFen > 0 || providerKind === 'PRIVATE' || providerKind === 'OWN') return 'ORDINARY';
  return providerKind === 'GOVERNMENT' ? 'FREE' : 'VILLAGE';
};

type Verdict = 'RELAXED' | 'LOOK' | 'ORDINARY' | 'REFUSED';

const verdictOn = (kind: Kind, { values: { workshop } }: RuleSet): Verdict => {
  if (kind === 'FREE' || !workshop.requireFreeGovernmentPremises) return 'RELAXED';
  if (kind === 'VILLAGE' && workshop.villagePremises !== 'REFUSE')
    return workshop.villagePremises === 'ACCEPT' ? 'RELAXED' : 'LOOK';
  return workshop.ordinaryMinPoorWorkers === null ? 'REFUSED' : 'ORDINARY';
};

/** What the premises come to by the claim, and by the register where it knows them. */
const judged = ({ claim, premises }: WorkshopFacts, rules: RuleSet) => {
  const byClaim = verdictOn(kindOf(claim.premises), rules);
  return { byClaim, byRegister: isKnown(premises) ? verdictOn(kindOf(premises), rules) : undefined };
};

/** The number of poor workers that these premises ask for: the ordinary standard where the relaxed one cannot apply. */
export const threshold = (facts: WorkshopFacts, rules: RuleSet) => {
  const { byClaim, byRegister = byClaim } = judged(facts, rules);
  const ruleId = byRegister === 'ORDINARY' ? 'ordinaryMinPoorWorkers' : 'minPoorWorkers';
  return { ruleId: `workshop.${ruleId}`, value: rules.values.workshop[ruleId] };
};

const inputsOf = ({ claim, premises }: WorkshopFacts) => [
  claimed('providerKind', claim.premises.providerKind),
  claimed('rentFen', claim.premises.rentFen),
  ...(isKnown(premises)
    ? [
        registered('providerKind', premises.providerKind, premises.source),
        registered('rentFen', premises.rentFen, premises.source),
        registered('startsOn', premises.startsOn, premises.source),
        registered('endsOn', premises.endsOn ?? null, premises.source),
        registered('inspectedOn', premises.inspectedOn ?? null, premises.source),
      ]
    : []),
];

const valuesOf = (rules: RuleSet) => {
  const { requireFreeGovernmentPremises, villagePremises, ordinaryMinPoorWorkers } = rules.values.workshop;
  return [
    used(rules, 'workshop.requireFreeGovernmentPremises', requireFreeGovernmentPremises),
    used(rules, 'workshop.villagePremises', villagePremises),
    used(rules, 'workshop.ordinaryMinPoorWorkers', ordinaryMinPoorWorkers),
  ];
};

const notFree: readonly [string, string] = [
  '厂房车间不是政府免费提供，本县也未设定自有或租用场地的认定标准。',
  'Government does not give the premises free, and the county has set no standard for own or rented ones.',
];

type Said = { readonly inputs: ReturnType<typeof inputsOf>; readonly values: ReturnType<typeof valuesOf> };

const agreed = (verdict: Verdict, rest: Said): Finding => {
  switch (verdict) {
    case 'REFUSED':
      return fail('PREMISES_CONDITION', ...notFree, rest);
    case 'LOOK':
      return caveat(
        'PREMISES_UNCLEAR',
        '场地由村集体免费提供，是否视同政府提供由工作人员现场核实。',
        'A village collective gives the premises free; an officer looks whether that counts as government.',
        rest,
      );
    case 'ORDINARY':
      return pass('按本县自有或租用场地的标准认定。', 'The county’s ordinary standard applies.', rest);
    case 'RELAXED':
      return pass('厂房车间条件符合。', 'The premises are as the clause asks.', rest);
  }
};

/** 政府免费提供厂房车间: by the register of premises, with the claim beside it (POLICY 3.9). */
export const premisesFit = (facts: WorkshopFacts, rules: RuleSet): Finding => {
  const { byClaim, byRegister } = judged(facts, rules);
  const rest = { inputs: inputsOf(facts), values: valuesOf(rules) };
  if (byRegister === undefined)
    return byClaim === 'REFUSED'
      ? fail('PREMISES_CONDITION', ...notFree, rest)
      : unavailable(
          'REGISTER_DOES_NOT_KNOW',
          '场地台账中没有查到该单位的厂房车间，由工作人员现场核实。',
          'The register of premises does not know these premises; an officer looks.',
          rest,
        );
  if (byRegister === byClaim) return agreed(byRegister, rest);
  return caveat(
    'REGISTER_DIFFERS',
    '场地台账与申报的场地情况不一致，由工作人员现场核实。',
    'The register of premises says something else than the claim; an officer looks.',
    rest,
  );
};

/** The agreement must run on the count date, by the claim and by the register. */
export const agreementRuns = ({ claim, premises }: WorkshopFacts, on: string): Finding => {
  const agreements = [claim.premises, ...(isKnown(premises) ? [premises] : [])];
  const runs = agreements.every(
    ({ startsOn, endsOn }) => startsOn <= on && (endsOn === undefined || on <= endsOn),
  );
  const inputs = [
    claimed('agreementFrom', claim.premises.startsOn),
    claimed('agreementTo', claim.premises.endsOn ?? null),
    claimed('countDate', on),
  ];
  return runs
    ? pass(`${on} 场地协议有效。`, `The agreement on the premises runs on ${on}.`, { inputs })
    : caveat(
        'PREMISES_UNCLEAR',
        `${on} 场地协议尚未开始或已到期，由工作人员核实。`,
        `The agreement on the premises does not run on ${on}; an officer looks.`,
        { inputs },
      );
};
