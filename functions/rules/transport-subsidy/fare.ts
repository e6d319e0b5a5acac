import type { Leg } from '../../contracts/claims.ts';
import { claimed, fail, notConfigured, pass, used, yuan, type Finding } from '../check.ts';
import { homeOf, type RuleSet, type TransportFacts } from '../facts.ts';
import { samePlace, tierOf } from '../tier.ts';
import { seatOf } from './organised.ts';

const isReturn = ({ to }: Leg, home: string | undefined): boolean => home !== undefined && to === home;

/** One way only, paid by the worker, and not a seat that was free anyway (POLICY 3.1 c, d). */
const isPayable = (facts: TransportFacts) => {
  const home = homeOf(facts);
  const seat = seatOf(facts);
  const free = seat?.freeOfCharge === true ? seat.destination : undefined;
  return (leg: Leg): boolean =>
    leg.paidBy === 'SELF' && !isReturn(leg, home) && (free === undefined || !samePlace(leg.to, free));
};

/** What the worker paid for going out, in fen. */
export const selfPaidFen = (facts: TransportFacts): number =>
  facts.claim.legs.filter(isPayable(facts)).reduce((sum, { fareFen }) => sum + fareFen, 0);

const flatFen = (facts: TransportFacts, { values }: RuleSet): number | undefined => {
  const table = values.transport.flatFen;
  const home = homeOf(facts);
  if (table === null || home === undefined) return undefined;
  const tier = tierOf(home, facts.claim.workplace);
  return tier === 'OUT_OF_PROVINCE' ? table.OUT_OF_PROVINCE : table.IN_PROVINCE;
};

/** What the county's method gives before the cap; undefined when a value is missing. */
const methodFen = (facts: TransportFacts, rules: RuleSet): number | undefined => {
  const { mode } = rules.values.transport;
  if (mode === null) return undefined;
  return mode === 'ACTUAL_FARE_CAPPED' ? selfPaidFen(facts) : flatFen(facts, rules);
};

/** The amount, never above the cap; undefined when a value is missing. */
export const payableFen = (facts: TransportFacts, rules: RuleSet): number | undefined => {
  const before = methodFen(facts, rules);
  const cap = rules.values.transport.capFen;
  if (before === undefined || cap === null) return undefined;
  return selfPaidFen(facts) === 0 ? 0 : Math.min(before, cap);
};

const missing = ({ values: { transport } }: RuleSet): string => {
  if (transport.capFen === null) return 'transport.capFen';
  return transport.mode === null ? 'transport.mode' : 'transport.flatFen';
};

/** Only what the worker paid is paid back: a free coach costs the worker nothing (POLICY 3.1 c). */
export const cost = (facts: TransportFacts): Finding => {
  const paid = selfPaidFen(facts);
  const inputs = [claimed('selfPaidFen', paid), claimed('legs', facts.claim.legs.length)];
  return paid === 0
    ? fail(
        'NO_COST_INCURRED',
        '单程车费由政府或用工单位承担，本人没有支出。',
        'The worker paid nothing for the way out, so there is nothing to refund.',
        { inputs },
      )
    : pass(`本人支付单程车费 ${yuan(paid)} 元。`, `The worker paid ${yuan(paid)} yuan for the way out.`, {
        inputs,
      });
};

/** 不超过800元: a fare above the cap is paid at the cap, the claim is not refused (POLICY 3.1 b). */
export const cap = (facts: TransportFacts, rules: RuleSet): Finding => {
  const before = methodFen(facts, rules);
  const { capFen, mode } = rules.values.transport;
  if (before === undefined || capFen === null) return notConfigured(missing(rules));
  const values = [used(rules, 'transport.capFen', capFen), used(rules, 'transport.mode', mode)];
  const inputs = [claimed('fareFen', before)];
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
