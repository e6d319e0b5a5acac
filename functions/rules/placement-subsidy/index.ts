import type { EntitlementPart, LineAssessment } from '../../contracts/assessment.ts';
import { caveat, checkOf, claimed, fail, pass, used, type Finding } from '../check.ts';
import { combinationCheck } from '../combinations.ts';
import { conclude } from '../conclude.ts';
import type { HeldEntitlement, RuleSet } from '../facts.ts';
import { placementMonths } from './claim.ts';
import type { PlacementFacts } from './facts.ts';
import { handledAtHome, poorWorkerChecks } from '../poor-worker.ts';
import { licence, marketBody, ownPlacement } from './agency.ts';
import { placementTerm, referralInWindow, signedAfterReferral, signingInWindow } from './dates.ts';
import { employed, stayed } from './employment.ts';
import { tier, tierFigure } from './tier.ts';

const clause = '二.2';
/** One worker, one payment, ever (按就业人数). */
const period = 'ONCE';

/** The holder whose contract is the oldest; one of which nobody knows the day stands before all others. */
const firstHolder = (held: readonly HeldEntitlement[]): HeldEntitlement | undefined => {
  const signed = ({ precedence }: HeldEntitlement): string => precedence ?? '';
  return held
    .filter((entitlement) => entitlement.period === period)
    .toSorted((a, b) => (signed(a) < signed(b) ? -1 : 1))[0];
};

/** Who was first: the earliest contract wins, then the earliest submission; the other is told why (POLICY 3.2 e, f). */
const once = ({ held, claim }: PlacementFacts, rules: RuleSet): Finding => {
  const holder = firstHolder(held);
  const values = [used(rules, 'placement.oncePerWorker', rules.values.placement.oncePerWorker)];
  if (holder === undefined || !rules.values.placement.oncePerWorker)
    return pass('此人没有被其他机构申报。', 'No other claim was made for this worker.', { values });
  const inputs = [
    claimed('signedOn', claim.contract.signedOn),
    ...(holder.precedence === undefined ? [] : [claimed('otherSignedOn', holder.precedence)]),
  ];
  if (holder.precedence !== undefined && claim.contract.signedOn < holder.precedence)
    return caveat(
      'CLAIMED_ELSEWHERE',
      `申请 ${holder.applicationId} 已申报此人，但本合同签订更早，由工作人员核实。`,
      `Application ${holder.applicationId} claims this worker too, on a later contract; an officer decides.`,
      { inputs, values },
    );
  return fail(
    'DUPLICATE',
    `此人已由申请 ${holder.applicationId} 申报职业介绍补贴，一人只补一次。`,
    `Application ${holder.applicationId} claims this worker already; one person is paid for once.`,
    { inputs, values },
  );
};

const partsOf = (facts: PlacementFacts, rules: RuleSet): EntitlementPart[] => {
  const figure = tierFigure(facts, rules);
  return typeof figure === 'number' ? [{ period, amountFen: figure }] : [];
};

/** 职业介绍补贴, clause 二.2, one worker of an agency's roster: what README.md beside this file says. */
export const assessPlacement = (facts: PlacementFacts, rules: RuleSet): LineAssessment => {
  const { worker, claim } = facts;
  const statusMatters = rules.values.placement.targetGroup === 'REGISTERED_POOR';
  const checks = [
    checkOf('market-body', clause, marketBody(facts)),
    checkOf('licence', clause, licence(facts, rules)),
    ...poorWorkerChecks(worker, { clause, on: claim.contract.signedOn, statusMatters }, rules),
    checkOf('handled-by-home-county', clause, handledAtHome(worker, facts.division)),
    checkOf('referral-in-window', clause, referralInWindow(facts, rules)),
    checkOf('signing-in-window', clause, signingInWindow(facts, rules)),
    checkOf('signed-after-referral', clause, signedAfterReferral(facts)),
    checkOf('contract-term', clause, placementTerm(facts, rules)),
    checkOf('tier', clause, tier(facts, rules)),
    checkOf('employed', clause, employed(facts)),
    checkOf('stayed', clause, stayed(facts, rules)),
    checkOf('not-own-placement', clause, ownPlacement(facts)),
    checkOf('once-per-worker', clause, once(facts, rules)),
    combinationCheck('PLACEMENT_SUBSIDY', clause, {
      others: facts.others,
      during: placementMonths(facts.claim),
    }),
  ];
  return conclude('PLACEMENT_SUBSIDY', clause, checks, partsOf(facts, rules));
};
