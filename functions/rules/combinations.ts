import type { Check } from '../contracts/assessment.ts';
import type { IsoMonth } from '../contracts/scalars.ts';
import { caveat, checkOf, heldByDesk, notApplicable, pass, type Finding } from './check.ts';
import type { OtherEntitlement } from './facts.ts';
import { grantedFor } from './grid/granted-for.ts';
import { personMonths } from './grid/person-months.ts';
import { monthsOf, type Stretch } from './grid/stretch.ts';

/**
 * POLICY section 5, the pairs that may not stand together. The notice itself states none of them, so what is found
 * is for a person to look at: nobody is refused for it.
 */
type Exclusion = {
  readonly pair: readonly [string, string];
  /** In one month unless it says otherwise: where both began together, or whenever they were. */
  readonly when?: 'SAME_START' | 'EVER';
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
    when: 'SAME_START',
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
    when: 'EVER',
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

type Line = {
  readonly others?: readonly OtherEntitlement[] | undefined;
  /** The months the line itself is about. */
  readonly during: readonly Stretch[];
};
type Met = {
  readonly other: OtherEntitlement;
  readonly exclusion: Exclusion;
  /** In which they meet; empty where the months do not matter. */
  readonly months: readonly IsoMonth[];
};

/** The months of the line, as far as what was granted reaches. */
const monthsToLookAt = (during: readonly Stretch[], others: readonly OtherEntitlement[]): IsoMonth[] => {
  const named = others.map(grantedFor).flatMap(({ from, to }) => [from ?? '', to ?? '']);
  const until = [...named, ...during.map(({ from }) => from)].reduce((last, month) =>
    month > last ? month : last,
  );
  return [...new Set(during.flatMap((stretch) => monthsOf(stretch, until)))].sort();
};

const beganTogether = (during: readonly Stretch[], { from }: OtherEntitlement): boolean =>
  from === undefined || during.some((stretch) => stretch.from === from);

/** What of the other entitlements the matrix sets against this line, read from the person's months. */
const meetings = (instrument: string, { others = [], during }: Line): Met[] => {
  const grid = personMonths(monthsToLookAt(during, others), others);
  return others.flatMap((other) => {
    const exclusion = exclusionOf(instrument, other.instrument);
    if (exclusion === undefined) return [];
    if (exclusion.when === 'EVER') return [{ other, exclusion, months: [] }];
    if (exclusion.when === 'SAME_START')
      return beganTogether(during, other) ? [{ other, exclusion, months: [] }] : [];
    const months = grid.filter(({ granted }) => granted.includes(other)).map(({ month }) => month);
    return months.length > 0 ? [{ other, exclusion, months }] : [];
  });
};

const nothingMet = pass('没有不能并存的补贴。', 'Nothing that it may not stand beside.');

const met = (found: readonly Met[], { other, exclusion, months }: Met): Finding => {
  const inputs = found.map(({ other: { instrument: name, period, applicationId } }) =>
    heldByDesk(name, `${period} ${applicationId}`, 'ENTITLEMENTS'),
  );
  const when = months.length > 0 ? months.join(' ') : other.period;
  return caveat(
    'EXCLUDED_BENEFIT',
    `${exclusion.zh}（${when}，申请 ${other.applicationId}）由工作人员核实。`,
    `${exclusion.en} (${when}, application ${other.applicationId}.) An officer looks.`,
    { inputs },
  );
};

/** What the matrix says of entitlements that other instruments granted this worker (POLICY section 5, all [R]). */
export const combinationCheck = (instrument: string, clause: string, line: Line): Check => {
  const { others } = line;
  if (others === undefined)
    return checkOf(
      'combination',
      clause,
      notApplicable('未查询其他补贴。', 'Nobody has looked at other subsidies.'),
    );
  const found = others.length === 0 ? [] : meetings(instrument, line);
  const [first] = found;
  return checkOf('combination', clause, first === undefined ? nothingMet : met(found, first));
};
