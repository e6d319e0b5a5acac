import type { OtherBenefit } from '../../contracts/registers/worker.ts';
import { monthOf } from '../calendar/days.ts';
import { caveat, fail, pass, registered, used, type Finding } from '../check.ts';
import { isKnown, type RuleSet } from '../facts.ts';
import { needsWorker } from '../poor-worker.ts';
import type { TrainingFacts } from './facts.ts';
import { periodOf } from './period-of.ts';

/**
 * 同类型每人每年一次. The source sets start-up training apart, and does not say how often it is paid: the second one in
 * a year is for an officer.
 */
export const oncePerYear = ({ held, claim }: TrainingFacts, rules: RuleSet): Finding => {
  const once = rules.values.training.oncePerYearPerType;
  const values = [used(rules, 'training.oncePerYearPerType', once)];
  const period = periodOf(claim, once);
  const holder = held.find((entitlement) => entitlement.period === period);
  if (holder === undefined)
    return pass('当年没有同类型培训补贴。', 'No other training of this type this year.', { values });
  const zh = `申请 ${holder.applicationId} 已申报当年同类型培训补贴`;
  const en = `Application ${holder.applicationId} claims training of this type in this year already`;
  return claim.courseType === 'START_UP' && once
    ? caveat(
        'CLAIMED_ELSEWHERE',
        `${zh}，创业培训是否另计由工作人员核实。`,
        `${en}; an officer says whether start-up training counts apart.`,
        { values },
      )
    : fail('DUPLICATE', `${zh}，只补一次。`, `${en}; it is paid once.`, { values });
};

const trainingMoney: ReadonlySet<OtherBenefit['kind']> = new Set([
  'SKILL_UPGRADE_SUBSIDY',
  'WORK_BASED_TRAINING',
  'YULU_PROGRAMME',
] as const);

/** Money for this course, or for an unnamed one while it ran. */
const touches = ({ kind, courseId, month }: OtherBenefit, { claim }: TrainingFacts): boolean =>
  trainingMoney.has(kind) &&
  (courseId === undefined
    ? monthOf(claim.startsOn) <= month && month <= monthOf(claim.endsOn)
    : courseId === claim.courseId);

/** What the unemployment fund has paid for this very course is not paid again (S14); anything else is for a person. */
const settles = ({ kind, courseId }: OtherBenefit): boolean =>
  kind === 'SKILL_UPGRADE_SUBSIDY' && courseId !== undefined;

export const otherProgrammes = (facts: TrainingFacts): Finding => {
  if (!isKnown(facts.worker)) return needsWorker;
  const met = facts.worker.otherBenefits.filter((benefit) => touches(benefit, facts));
  const first = met.find(settles) ?? met[0];
  if (first === undefined)
    return pass('没有其他项目补贴同一课程。', 'No other programme has paid for this course.');
  const inputs = met.map(({ kind, month, source }) => registered(kind, month, source));
  return settles(first)
    ? fail(
        'DUPLICATE',
        '失业保险基金已补贴同一课程，不重复补贴。',
        'The unemployment fund has paid for this course; it is not paid again.',
        { inputs },
      )
    : caveat(
        'EXCLUDED_BENEFIT',
        '登记显示其他项目可能已补贴同一课程，由工作人员核实。',
        'Another programme may have paid for this course; an officer looks.',
        { inputs },
      );
};
