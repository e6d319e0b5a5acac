import type { CourseRecord } from '../../contracts/registers/course.ts';
import type { CourseAttendance } from '../../contracts/registers/worker.ts';
import {
  caveat,
  claimed,
  fail,
  notApplicable,
  notConfigured,
  pass,
  registered,
  unavailable,
  used,
  type Finding,
} from '../check.ts';
import { isKnown, type RuleSet } from '../facts.ts';
import { needsWorker } from '../poor-worker.ts';
import { attendanceOf, minutesOf, type Minutes } from './attendance.ts';
import type { TrainingFacts } from './facts.ts';

/** A trainee's minutes beside the plan they are measured against. */
export type Attended = { readonly minutes: Minutes; readonly course: CourseRecord };

/** Undefined where the registers do not know the course or who attended it. */
export const attendedOf = (facts: TrainingFacts, { values }: RuleSet): Attended | undefined => {
  const { course, submittedOn } = facts;
  const attendance = attendanceOf(facts);
  if (!isKnown(course) || attendance === undefined) return undefined;
  return { minutes: minutesOf(attendance, course, values.training.recognisedPlatforms, submittedOn), course };
};

const notKnown = (facts: TrainingFacts): Finding => {
  if (!isKnown(facts.worker)) return needsWorker;
  return isKnown(facts.course)
    ? unavailable(
        'REGISTER_DOES_NOT_KNOW',
        '培训登记中没有此人的学时记录，由工作人员核实。',
        'The training register has no attendance of this trainee; an officer looks.',
        { inputs: [claimed('practiceMinutes', facts.claim.practiceMinutes)] },
      )
    : notApplicable(
        '课程计划未知，无从计算。',
        'The course plan is not known; there is nothing to measure by.',
      );
};

type Credit = { readonly share: number; readonly theory: number; readonly credited: number };

/** In minutes and whole numbers: exactly the share is inside it (POLICY 3.4, the 30 % rule). */
const creditOf = (
  { practice, classroom, online }: Pick<Minutes, 'practice' | 'classroom' | 'online'>,
  totalMinutes: number,
  shareBp: number,
  allTheory: boolean,
): Credit => {
  const share = Math.floor((totalMinutes * shareBp) / 10_000);
  const theory = allTheory ? online + classroom : online;
  const offline = allTheory ? practice : practice + classroom;
  return { share, theory, credited: Math.min(theory, share) + offline };
};

const short = (credited: number, total: number, practice: number): readonly [zh: string, en: string] =>
  practice === 0
    ? [
        '只有理论学习，没有实训操作，课程未完成，由工作人员决定。',
        'Theory only and no practice: the course is not complete; an officer decides.',
      ]
    : [
        `计入 ${credited} 分钟，不足计划 ${total} 分钟，由工作人员决定。`,
        `${credited} of ${total} planned minutes are credited; an officer decides.`,
      ];

/**
 * 一般不超过总课时的30%: online theory above the share is not credited; what is left must reach the plan. 一般 makes it
 * a usual limit: too few hours are for an officer, who may grant an exception with a reason (POLICY 3.4 a, b).
 */
export const hours = (attended: Attended | undefined, facts: TrainingFacts, rules: RuleSet): Finding => {
  if (attended === undefined) return notKnown(facts);
  const { onlineShareMaxBp: shareBp, shareCounts } = rules.values.training;
  if (shareBp === null) return notConfigured('training.onlineShareMaxBp');
  const { minutes, course } = attended;
  const { practice, classroom, online, local, lost } = minutes;
  const total = course.totalMinutes;
  const everything = { practice, classroom, online: online + local };
  const { share, theory, credited } = creditOf(everything, total, shareBp, shareCounts === 'ALL_THEORY');
  const rest = {
    inputs: [
      registered('totalMinutes', total, course.source),
      registered('onlineTheoryMinutes', online + local, course.source),
      registered('classroomTheoryMinutes', classroom, course.source),
      registered('practiceMinutes', practice, course.source),
      registered('minutesNotCredited', lost, course.source),
      registered('creditedMinutes', credited, course.source),
    ],
    values: [
      used(rules, 'training.onlineShareMaxBp', shareBp),
      used(rules, 'training.shareCounts', shareCounts),
    ],
  };
  if (practice === 0 || credited < total)
    return caveat('HOURS_SHORT', ...short(credited, total, practice), rest);
  return theory > share
    ? pass(
        `线上理论 ${theory} 分钟，按上限计入 ${share} 分钟，共计入 ${credited} 分钟，达到计划。`,
        `${theory} minutes of theory count for ${share}; ${credited} in all reach the plan.`,
        { ...rest, reason: 'ONLINE_CAPPED' },
      )
    : pass(
        `计入 ${credited} 分钟，达到计划 ${total} 分钟。`,
        `${credited} minutes reach the plan of ${total}.`,
        rest,
      );
};

/** A local platform may do, if it is a mature one; where its hours are needed, an officer says so. */
export const platforms = (attended: Attended | undefined, rules: RuleSet): Finding => {
  if (attended === undefined) return notApplicable('没有学时记录。', 'There is no attendance.');
  const { minutes, course } = attended;
  const { onlineShareMaxBp: shareBp, shareCounts, recognisedPlatforms } = rules.values.training;
  const { credited } = creditOf(minutes, course.totalMinutes, shareBp ?? 0, shareCounts === 'ALL_THEORY');
  const rest = {
    inputs: [registered('localPlatformMinutes', minutes.local, course.source)],
    values: [used(rules, 'training.recognisedPlatforms', recognisedPlatforms.join('、'))],
  };
  return minutes.local > 0 && credited < course.totalMinutes
    ? caveat(
        'PROOF_MISSING',
        '部分线上学时来自本地平台，是否属较为成熟的平台由工作人员核实。',
        'Some online hours are from a local platform; an officer says whether it is a mature one.',
        rest,
      )
    : pass('线上学时来自认可的平台。', 'The online hours are from recognised platforms.', rest);
};

const minutesInADay = 24 * 60;

/** More than 24 hours in one day were not attended by anybody. */
export const plausible = (attended: Attended | undefined): Finding => {
  if (attended === undefined) return notApplicable('没有学时记录。', 'There is no attendance.');
  const { minutes, course } = attended;
  const inputs = [registered('mostMinutesInADay', minutes.fullestDay, course.source)];
  return minutes.fullestDay > minutesInADay
    ? caveat(
        'RISK_FOUND',
        `有一天登记了 ${minutes.fullestDay} 分钟，超过24小时，由工作人员核实。`,
        `${minutes.fullestDay} minutes are logged for one day, more than it has; an officer looks.`,
        { inputs },
      )
    : pass('每天学时合理。', 'No day has more minutes than a day has.', { inputs });
};

/** Undefined while the register has neither a result nor a certificate. */
const resultOf = (attendance: CourseAttendance | undefined): boolean | undefined =>
  attendance?.passed ?? (attendance?.certificateNo === undefined ? undefined : true);

/** 考核合格: a failed assessment earns nothing (POLICY 3.4 d). */
export const passed = (facts: TrainingFacts): Finding => {
  if (!isKnown(facts.worker)) return needsWorker;
  const result = resultOf(attendanceOf(facts));
  if (result === undefined)
    return unavailable(
      'REGISTER_DOES_NOT_KNOW',
      '培训登记中没有考核结果，由工作人员核实。',
      'The training register has no result of the assessment; an officer looks.',
    );
  const inputs = [registered('passed', result, facts.worker.source)];
  return result
    ? pass('考核合格。', 'The assessment was passed.', { inputs })
    : fail('NOT_PASSED', '考核未合格，不予补贴。', 'The assessment was not passed: no subsidy.', { inputs });
};
