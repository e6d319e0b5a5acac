import { divisionName } from '../../contracts/divisions.ts';
import type { TransportClaim } from './claim.ts';
import {
  caveat,
  claimed,
  fail,
  notApplicable,
  pass,
  registered,
  unavailable,
  used,
  type Finding,
} from '../check.ts';
import { homeOf, isKnown, type RuleSet } from '../facts.ts';
import type { TransportFacts } from './facts.ts';
import { holdsHome, tierNames, tierOf, type Tier } from '../tier.ts';

const isOutward = (tier: Tier, { values }: RuleSet): boolean =>
  values.transport.scope === 'OUTSIDE_PROVINCE' ? tier === 'OUT_OF_PROVINCE' : tier !== 'IN_COUNTY';

const place = ({ workplace }: TransportClaim): string => divisionName(workplace);

type Read = Pick<Finding, 'inputs' | 'values'>;

const notOutward = (scope: string, where: string, read: Read): Finding =>
  scope === 'OUTSIDE_PROVINCE'
    ? fail(
        'NOT_OUTSIDE_COUNTY',
        `务工地 ${where}，本县只补助跨省务工。`,
        'The county pays for work in other provinces only.',
        read,
      )
    : fail(
        'NOT_OUTSIDE_COUNTY',
        `务工地 ${where}，不属外出务工。`,
        'The workplace is in the home county.',
        read,
      );

/** Which county of the city or the province it is, the claim does not say. */
const aroundHome = (claim: TransportClaim, read: Read): Finding =>
  caveat(
    'PROOF_MISSING',
    `务工地只写到 ${place(claim)}，其中包含户籍县，由工作人员核实是否在县外。`,
    `The workplace is named as ${place(claim)}, which holds the home county; an officer looks whether it is outside.`,
    read,
  );

/**
 * 外出务工: the workplace lies outside the home county; a county may narrow it to other provinces
 * (`transport.scope`, POLICY 3.1 a). Work abroad has money of its own (clause 二.3), so a person looks.
 */
export const outward = (facts: TransportFacts, rules: RuleSet): Finding => {
  const { worker, claim } = facts;
  const home = homeOf(facts);
  if (home === undefined)
    return notApplicable(
      '户籍县未知，无法判断是否外出。',
      'The home county is not known, so the distance cannot be judged.',
    );
  const tier = tierOf(home, claim.workplace);
  const scope = rules.values.transport.scope;
  const inputs = [
    claimed('workplace', claim.workplace),
    isKnown(worker) ? registered('homeDivision', home, worker.source) : claimed('division', home),
  ];
  const values = [used(rules, 'transport.scope', scope)];
  if (tier === 'OVERSEAS')
    return caveat(
      'OVERSEAS_TRAVEL',
      '务工地在境外，应按第二条第3项境外劳务政策办理，由工作人员核实。',
      'The work is abroad, which clause 二.3 pays for; an officer looks.',
      { inputs, values },
    );
  if (scope === 'OUTSIDE_HOME_COUNTY' && holdsHome(home, claim.workplace))
    return aroundHome(claim, { inputs, values });
  const where = `${place(claim)}（${tierNames[tier].zh}）`;
  if (isOutward(tier, rules))
    return pass(`务工地 ${where}，属外出务工。`, `The work is ${tierNames[tier].en}.`, { inputs, values });
  if (!isKnown(worker))
    return unavailable(
      'REGISTER_DOES_NOT_KNOW',
      `登记数据中没有此人的户籍县；务工地 ${where}按受理县判断，由工作人员核实。`,
      'The register does not say where home is; seen from the county of the claim the work is not outward. An officer looks.',
      { inputs, values },
    );
  return notOutward(scope, where, { inputs, values });
};
