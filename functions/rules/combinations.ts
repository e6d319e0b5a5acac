import type { Check } from '../contracts/assessment.ts';
import { caveat, checkOf, heldByDesk, notApplicable, pass } from './check.ts';
import type { OtherEntitlement } from './facts.ts';

/**
 * POLICY section 5, the pairs that may not stand together. The notice itself states none of them, so what is found
 * is for a person to look at: nobody is refused for it.
 */
type Exclusion = {
  readonly pair: readonly [string, string];
  readonly zh: string;
  readonly en: string;
};

const exclusions: readonly Exclusion[] = [
  {
    pair: ['TRANSPORT_SUBSIDY', 'PUBLIC_WORKS_POST'],
    zh: '临时公益岗位面向无法外出人员，与外出交通补助不能并存。',
    en: 'A public works post is for those who cannot leave; transport money is for those who left.',
  },
  {
    pair: ['TRANSPORT_SUBSIDY', 'OVERSEAS_SUBSIDY'],
    zh: '同一次出境的交通费用由境外劳务补贴承担，除非本县另有规定。',
    en: 'The overseas subsidy has its own money for the same departure, unless the county says otherwise.',
  },
  {
    pair: ['PLACEMENT_SUBSIDY', 'OVERSEAS_SUBSIDY'],
    zh: '同一就业不能既按职业介绍又按境外劳务补贴。',
    en: 'One job is not both placed by tier and sent abroad.',
  },
  {
    pair: ['PLACEMENT_SUBSIDY', 'PUBLIC_WORKS_POST'],
    zh: '公益岗位不属市场化职业介绍。',
    en: 'A public works post is no placement on the market.',
  },
  {
    pair: ['OVERSEAS_SUBSIDY', 'HIRING_SUBSIDY'],
    zh: '境外用人单位不享受吸纳就业补助。',
    en: 'An employer abroad earns no hiring subsidy.',
  },
  {
    pair: ['OVERSEAS_SUBSIDY', 'FARM_HIRING_SUBSIDY'],
    zh: '境外用人单位不享受吸纳就业补贴。',
    en: 'An employer abroad earns no hiring subsidy.',
  },
  {
    pair: ['OVERSEAS_SUBSIDY', 'SOCIAL_INSURANCE_SUBSIDY'],
    zh: '境外就业期间不享受社会保险补贴。',
    en: 'No social insurance subsidy while working abroad.',
  },
  {
    pair: ['OVERSEAS_SUBSIDY', 'PUBLIC_WORKS_POST'],
    zh: '境外就业与公益岗位不能并存。',
    en: 'Work abroad and a public works post exclude each other.',
  },
  {
    pair: ['OVERSEAS_SUBSIDY', 'UNEMPLOYMENT_ASSISTANCE'],
    zh: '境外就业期间不发失业补助金。',
    en: 'No unemployment assistance while working abroad.',
  },
  {
    pair: ['HIRING_SUBSIDY', 'FARM_HIRING_SUBSIDY'],
    zh: '四.3 与五.2 是同一项补贴，同一人只补一次。',
    en: 'Clauses 四.3 and 五.2 are one subsidy; a worker counts once.',
  },
  {
    pair: ['HIRING_SUBSIDY', 'PUBLIC_WORKS_POST'],
    zh: '公益岗位人员不计入吸纳就业补助。',
    en: 'Somebody in a public works post was not hired on the market.',
  },
  {
    pair: ['FARM_HIRING_SUBSIDY', 'PUBLIC_WORKS_POST'],
    zh: '公益岗位人员不计入吸纳就业补贴。',
    en: 'Somebody in a public works post was not hired on the market.',
  },
  {
    pair: ['HIRING_SUBSIDY', 'UNEMPLOYMENT_ASSISTANCE'],
    zh: '同一期间不能既在岗又领失业补助金。',
    en: 'Nobody is hired and unemployed at once.',
  },
  {
    pair: ['FARM_HIRING_SUBSIDY', 'UNEMPLOYMENT_ASSISTANCE'],
    zh: '同一期间不能既在岗又领失业补助金。',
    en: 'Nobody is hired and unemployed at once.',
  },
  {
    pair: ['SOCIAL_INSURANCE_SUBSIDY', 'UNEMPLOYMENT_ASSISTANCE'],
    zh: '同一月份不能既由单位参保补贴又领失业补助金。',
    en: 'A month is not both insured by an employer and unemployed.',
  },
  {
    pair: ['RETENTION_ALLOWANCE', 'PUBLIC_WORKS_POST'],
    zh: '同一月份只在公益岗位工作的，不再享受稳岗补贴。',
    en: 'A month whose only work is the post earns no retention allowance.',
  },
  {
    pair: ['RETENTION_ALLOWANCE', 'UNEMPLOYMENT_ASSISTANCE'],
    zh: '同一月份不能既领稳岗补贴又领失业补助金。',
    en: 'One month does not earn both the retention allowance and unemployment assistance.',
  },
  {
    pair: ['PUBLIC_WORKS_POST', 'UNEMPLOYMENT_ASSISTANCE'],
    zh: '同一月份不能既在公益岗位又领失业补助金。',
    en: 'One month is not both in a post and on unemployment assistance.',
  },
];

/** The instruments that the matrix sets against this one; their keys are worth looking up. */
export const excludedBeside = (instrument: string): string[] =>
  exclusions.flatMap(({ pair: [a, b] }) => {
    if (a === instrument) return [b];
    return b === instrument ? [a] : [];
  });

const exclusionOf = (instrument: string, other: string): Exclusion | undefined =>
  exclusions.find(({ pair }) => pair.includes(instrument) && pair.includes(other) && instrument !== other);

/** What the matrix says of entitlements that other instruments granted this worker (POLICY section 5, all [R]). */
export const combinationCheck = (
  instrument: string,
  clause: string,
  others: readonly OtherEntitlement[] | undefined,
): Check => {
  if (others === undefined)
    return checkOf(
      'combination',
      clause,
      notApplicable('未查询其他补贴。', 'Nobody has looked at other subsidies.'),
    );
  const met = others.flatMap((other) => {
    const exclusion = exclusionOf(instrument, other.instrument);
    return exclusion ? [{ other, exclusion }] : [];
  });
  const [first] = met;
  if (first === undefined)
    return checkOf(
      'combination',
      clause,
      pass('没有不能并存的补贴。', 'Nothing that it may not stand beside.'),
    );
  const inputs = met.map(({ other: { instrument: name, period, applicationId } }) =>
    heldByDesk(name, `${period} ${applicationId}`, 'ENTITLEMENTS'),
  );
  return checkOf(
    'combination',
    clause,
    caveat(
      'EXCLUDED_BENEFIT',
      `${first.exclusion.zh}（${first.other.period}，申请 ${first.other.applicationId}）由工作人员核实。`,
      `${first.exclusion.en} (${first.other.period}, application ${first.other.applicationId}.) An officer looks.`,
      { inputs },
    ),
  );
};
