import type { LineAssessment } from '../../contracts/assessment.ts';
import type { HeldEntitlement, OtherEntitlement, RuleSet } from '../facts.ts';
import { transportMonths } from './claim.ts';
import type { TransportFacts } from './facts.ts';
import { checkOf, fail, notApplicable, pass, used, type Finding } from '../check.ts';
import { combinationCheck } from '../combinations.ts';
import { conclude } from '../conclude.ts';
import { ownAccount } from '../own-account.ts';
import { handledAtHome, poorWorkerChecks } from '../poor-worker.ts';
import { cap, cost, payableFen } from './fare.ts';
import { oneJourney } from './journey.ts';
import { organised } from './organised.ts';
import { outward } from './outward.ts';
import { noPostAtHome } from './post.ts';

const clause = '二.1';

const once = (held: HeldEntitlement | undefined, year: string, rules: RuleSet): Finding => {
  const values = [used(rules, 'transport.oncePer', rules.values.transport.oncePer)];
  return held
    ? fail(
        'DUPLICATE',
        `${year} 年的一次性交通补助已由申请 ${held.applicationId} 申报。`,
        `The transport subsidy of ${year} is claimed in application ${held.applicationId} already.`,
        { values },
      )
    : pass(`${year} 年没有申报过交通补助。`, `No other transport subsidy was claimed for ${year}.`, {
        values,
      });
};

/** The overseas subsidy may stand beside it where the county says so. */
const weighed = ({ others }: TransportFacts, { values }: RuleSet): OtherEntitlement[] | undefined =>
  values.overseas.besideTransport
    ? others?.filter(({ instrument }) => instrument !== 'OVERSEAS_SUBSIDY')
    : others;

/** 交通补助, clause 二.1: what README.md beside this file says, in the order an officer would ask. */
export const assessTransport = (facts: TransportFacts, rules: RuleSet): LineAssessment => {
  const { claim, worker, held } = facts;
  const year = claim.departedOn.slice(0, 4);
  const checks = [
    ...poorWorkerChecks(worker, { clause, on: claim.departedOn, statusMatters: true }, rules),
    checkOf('handled-by-home-county', clause, handledAtHome(worker, facts.division)),
    checkOf('outward', clause, outward(facts, rules)),
    checkOf('organised', clause, organised(facts, rules)),
    checkOf(
      'once-a-year',
      clause,
      once(
        held.find(({ period }) => period === year),
        year,
        rules,
      ),
    ),
    checkOf('no-post', clause, noPostAtHome(facts)),
    combinationCheck('TRANSPORT_SUBSIDY', clause, {
      others: weighed(facts, rules),
      during: transportMonths(facts.claim),
    }),
    checkOf('own-account', clause, ownAccount(facts)),
    checkOf('one-journey', clause, oneJourney(facts)),
    checkOf('self-paid', clause, cost(facts)),
    checkOf('cap', clause, cap(facts, rules)),
    checkOf(
      'window',
      clause,
      notApplicable(
        '通知没有规定交通补助的起止日期。',
        'The notice sets no window for the transport subsidy.',
      ),
    ),
  ];
  const amountFen = payableFen(facts, rules) ?? 0;
  return conclude('TRANSPORT_SUBSIDY', clause, checks, amountFen > 0 ? [{ period: year, amountFen }] : []);
};
