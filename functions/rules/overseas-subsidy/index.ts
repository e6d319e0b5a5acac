import type { LineAssessment } from '../../contracts/assessment.ts';
import { checkOf, notConfigured, pass, used, yuan, type Finding } from '../check.ts';
import { combinationCheck } from '../combinations.ts';
import { conclude } from '../conclude.ts';
import type { OtherEntitlement, RuleSet } from '../facts.ts';
import { handledAtHome, poorWorkerChecks } from '../poor-worker.ts';
import { overseasMonths } from './claim.ts';
import { abroad, listed, operator, trained } from './conditions.ts';
import { departed, once, payee, period, working } from './departure.ts';
import type { OverseasFacts } from './facts.ts';

const clause = '二.3';

/** 按规定落实财政补贴政策: the notice names no sum. */
const amount = (rules: RuleSet): Finding => {
  const { amountFen } = rules.values.overseas;
  return amountFen === null
    ? notConfigured('overseas.amountFen')
    : pass(`每人 ${yuan(amountFen)} 元。`, `${yuan(amountFen)} yuan for each worker.`, {
        values: [used(rules, 'overseas.amountFen', amountFen)],
      });
};

/** Transport may stand beside it where the county says so. */
const weighed = ({ others }: OverseasFacts, { values }: RuleSet): OtherEntitlement[] | undefined =>
  values.overseas.besideTransport
    ? others?.filter(({ instrument }) => instrument !== 'TRANSPORT_SUBSIDY')
    : others;

/** 境外劳务输出补贴, clause 二.3: what README.md beside this file says. */
export const assessOverseas = (facts: OverseasFacts, rules: RuleSet): LineAssessment => {
  const { worker, claim } = facts;
  const { amountFen } = rules.values.overseas;
  const checks = [
    ...poorWorkerChecks(worker, { clause, on: claim.departedOn, statusMatters: true }, rules),
    checkOf('handled-by-home-county', clause, handledAtHome(worker, facts.division)),
    checkOf('abroad', clause, abroad(facts)),
    checkOf('priority-list', clause, listed(facts)),
    checkOf('trained', clause, trained(facts, rules)),
    checkOf('operator', clause, operator(facts)),
    checkOf('departed', clause, departed(facts)),
    checkOf('working-abroad', clause, working(facts)),
    checkOf('payee', clause, payee(facts, rules)),
    checkOf('amount', clause, amount(rules)),
    checkOf('once-per-worker', clause, once(facts)),
    combinationCheck('OVERSEAS_SUBSIDY', clause, {
      others: weighed(facts, rules),
      during: overseasMonths(facts.claim),
    }),
  ];
  return conclude('OVERSEAS_SUBSIDY', clause, checks, amountFen === null ? [] : [{ period, amountFen }]);
};
