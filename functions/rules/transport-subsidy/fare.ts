import { claimed, fail, notConfigured, pass, unavailable, used, yuan, type Finding } from '../check.ts';
import { homeOf, isKnown, type RuleSet } from '../facts.ts';
import type { TransportFacts } from './facts.ts';
import { tierOf } from '../tier.ts';
import { legStandings, selfPaidFen, type LegStanding } from './legs.ts';

type Distance = 'IN_PROVINCE' | 'OUT_OF_PROVINCE';

/** Which figure of the county's table the journey calls for; without a home county, none can be named. */
const distanceOf = (facts: TransportFacts): Distance | undefined => {
  const home = homeOf(facts);
  if (home === undefined) return undefined;
  const tier = tierOf(home, facts.claim.workplace);
  return tier === 'IN_COUNTY' || tier === 'IN_PROVINCE' ? 'IN_PROVINCE' : 'OUT_OF_PROVINCE';
};

/** The figure for the distance; where that is not known, the smaller one, for the officer to correct. */
const flatFen = (facts: TransportFacts, { values }: RuleSet): number | undefined => {
  const table = values.transport.flatFen;
  const distance = distanceOf(facts);
  if (distance !== undefined) return table?.[distance] ?? undefined;
  const figures = [table?.IN_PROVINCE, table?.OUT_OF_PROVINCE].filter((fen) => typeof fen === 'number');
  return figures.length === 2 ? Math.min(...figures) : undefined;
};

/** What the county's method gives before the cap; undefined when a value is missing. */
const methodFen = (facts: TransportFacts, rules: RuleSet): number | undefined => {
  const { mode } = rules.values.transport;
  if (mode === null) return undefined;
  return mode === 'ACTUAL_FARE_CAPPED' ? selfPaidFen(facts) : flatFen(facts, rules);
};

/** The amount, never above the cap; undefined when a value is missing. Who spent nothing gets nothing. */
export const payableFen = (facts: TransportFacts, rules: RuleSet): number | undefined => {
  const before = methodFen(facts, rules);
  const cap = rules.values.transport.capFen;
  if (before === undefined || cap === null) return undefined;
  return selfPaidFen(facts) === 0 ? 0 : Math.min(before, cap);
};

const missing = ({ values: { transport } }: RuleSet, facts: TransportFacts): string => {
  if (transport.capFen === null) return 'transport.capFen';
  if (transport.mode === null) return 'transport.mode';
  const distance = distanceOf(facts);
  return distance === undefined ? 'transport.flatFen' : `transport.flatFen.${distance}`;
};

const leftOutNames = [
  ['RETURN', '返程', 'back'],
  ['PAID_BY_OTHERS', '由政府或用工单位承担', 'paid by others'],
  ['FREE_SEAT', '有免费座位', 'with a free seat'],
] as const satisfies readonly (readonly [LegStanding, string, string])[];

/** What is not counted, leg by leg, so that the worker sees where the rest of the tickets went. */
const leftOut = (standings: readonly LegStanding[]) => {
  const groups = leftOutNames.flatMap(([standing, zh, en]) => {
    const count = standings.filter((other) => other === standing).length;
    return count === 0 ? [] : [{ zh: `${zh} ${count} 段`, en: `${count} ${en}` }];
  });
  return groups.length === 0
    ? { zh: '', en: '' }
    : {
        zh: `不计：${groups.map(({ zh }) => zh).join('、')}。`,
        en: ` Legs not counted: ${groups.map(({ en }) => en).join(', ')}.`,
      };
};

/** Which way a leg went cannot be judged without the home county; a ticket the worker paid may be the way out. */
const mayBeTheWayOut = ({ worker, claim }: TransportFacts): boolean =>
  !isKnown(worker) && claim.legs.some(({ paidBy, fareFen }) => paidBy === 'SELF' && fareFen > 0);

/** Only what the worker paid is paid back: a free coach costs the worker nothing (POLICY 3.1 c). */
export const cost = (facts: TransportFacts): Finding => {
  const paid = selfPaidFen(facts);
  const standings = legStandings(facts).map(({ standing }) => standing);
  const rest = leftOut(standings);
  const inputs = [
    claimed('selfPaidFen', paid),
    claimed('legs', standings.length),
    claimed('legsCounted', standings.filter((standing) => standing === 'PAYABLE').length),
  ];
  if (paid > 0)
    return pass(
      `本人支付单程车费 ${yuan(paid)} 元。${rest.zh}`,
      `The worker paid ${yuan(paid)} yuan for the way out.${rest.en}`,
      { inputs },
    );
  if (mayBeTheWayOut(facts))
    return unavailable(
      'REGISTER_DOES_NOT_KNOW',
      `登记数据中没有此人，无法判断车票是否为去程，由工作人员核实。${rest.zh}`,
      `Without the worker’s record nobody can tell which way the tickets went; an officer looks.${rest.en}`,
      { inputs },
    );
  return fail(
    'NO_COST_INCURRED',
    `本人没有支出单程车费，无可补助。${rest.zh}`,
    `The worker paid nothing for the way out, so there is nothing to refund.${rest.en}`,
    { inputs },
  );
};

/** 不超过800元: a fare above the cap is paid at the cap, the claim is not refused (POLICY 3.1 b). */
export const cap = (facts: TransportFacts, rules: RuleSet): Finding => {
  const before = methodFen(facts, rules);
  const { capFen, mode } = rules.values.transport;
  if (before === undefined || capFen === null) return notConfigured(missing(rules, facts));
  const values = [
    used(rules, 'transport.capFen', capFen),
    used(rules, 'transport.mode', mode),
    ...(mode === 'FLAT_BY_DESTINATION' ? [used(rules, 'transport.flatFen', before)] : []),
  ];
  const inputs = [claimed('selfPaidFen', selfPaidFen(facts))];
  if (before <= capFen)
    return pass(`未超过 ${yuan(capFen)} 元上限。`, `Within the cap of ${yuan(capFen)} yuan.`, {
      inputs,
      values,
    });
  return pass(
    `超过上限，按 ${yuan(capFen)} 元补助，其余 ${yuan(before - capFen)} 元不予补助。`,
    `Paid at the cap of ${yuan(capFen)} yuan; the other ${yuan(before - capFen)} yuan are not paid.`,
    { reason: 'CAPPED', inputs, values },
  );
};
