import type { OrganisationRecord } from '../../contracts/registers/organisation.ts';
import type { IsoDate } from '../../contracts/scalars.ts';
import { applicantNotKnown } from '../applicant-known.ts';
import { caveat, claimed, notApplicable, pass, registered, unavailable, type Finding } from '../check.ts';
import { isKnown } from '../facts.ts';
import { attendanceOf } from './attendance.ts';
import type { TrainingFacts } from './facts.ts';
import type { Attended } from './hours.ts';

const isQualified = ({ licences }: OrganisationRecord, on: IsoDate): boolean =>
  licences.some(
    ({ kind, startsOn, endsOn }) =>
      kind === 'VOCATIONAL_TRAINING' && startsOn <= on && (endsOn === undefined || on <= endsOn),
  );

/** The provider's qualification is evidence that no quoted rule names: without it a person looks. */
export const provider = ({ applicant, claim }: TrainingFacts): Finding => {
  if (!isKnown(applicant)) return applicantNotKnown(applicant);
  const inputs = [
    registered('applicantType', applicant.type, applicant.source),
    claimed('startsOn', claim.startsOn),
  ];
  return isQualified(applicant, claim.startsOn)
    ? pass('培训机构资质有效。', 'The provider was qualified when the course began.', { inputs })
    : caveat(
        'LICENCE_NOT_VALID',
        '开班当日没有查到有效的培训资质，由工作人员核实。',
        'No qualification of the provider was valid when the course began; an officer looks.',
        { inputs },
      );
};

const notInPlan = unavailable(
  'REGISTER_DOES_NOT_KNOW',
  '培训登记中没有查到此课程，由工作人员核实。',
  'The training register does not know this course; an officer looks.',
);

/** The course is this provider's, and its lessons add up to its total. */
export const plan = ({ applicant, course }: TrainingFacts): Finding => {
  if (!isKnown(course)) return notInPlan;
  const { lessons, totalMinutes, providerCode, source } = course;
  const listed = lessons.reduce((sum, { minutes }) => sum + minutes, 0);
  const inputs = [
    registered('providerCode', providerCode, source),
    registered('totalMinutes', totalMinutes, source),
    registered('minutesOfLessons', listed, source),
  ];
  if (isKnown(applicant) && applicant.organisationId !== providerCode)
    return caveat(
      'REGISTER_DIFFERS',
      '登记的培训机构不是申请单位，由工作人员核实。',
      'The register names another provider of this course than the applicant; an officer looks.',
      { inputs },
    );
  return lessons.length > 0 && listed !== totalMinutes
    ? caveat(
        'REGISTER_DIFFERS',
        `课程各课时合计 ${listed} 分钟，与总课时 ${totalMinutes} 分钟不符，由工作人员核实。`,
        `The lessons add up to ${listed} minutes, the plan says ${totalMinutes}; an officer looks.`,
        { inputs },
      )
    : pass('课程计划由申请单位登记，课时相符。', 'The provider’s own course, and its minutes add up.', {
        inputs,
      });
};

/** What the claim says of the course, where the register says something else. */
const courseDifferences = ({ claim, course }: TrainingFacts): string[] => {
  if (!isKnown(course)) return [];
  const names = ['courseType', 'startsOn', 'endsOn', 'trainingDays'] as const;
  return names.filter((name) => claim[name] !== course[name]);
};

/** Minutes that the provider claims above what the register has. */
const minuteDifferences = ({ claim }: TrainingFacts, attended: Attended | undefined): string[] => {
  if (attended === undefined) return [];
  const { practice, classroom, online, local } = attended.minutes;
  const known = {
    onlineTheoryMinutes: online + local,
    classroomTheoryMinutes: classroom,
    practiceMinutes: practice,
  };
  const names = ['onlineTheoryMinutes', 'classroomTheoryMinutes', 'practiceMinutes'] as const;
  return names.filter((name) => claim[name] > known[name]);
};

export const asClaimed = (facts: TrainingFacts, attended: Attended | undefined): Finding => {
  const { course, claim } = facts;
  if (!isKnown(course)) return notApplicable('课程计划未知。', 'The course plan is not known.');
  const names = [...courseDifferences(facts), ...minuteDifferences(facts, attended)];
  const inputs = [
    registered('differences', names.join(' '), (attendanceOf(facts) ?? course).source),
    claimed('courseId', claim.courseId),
  ];
  return names.length === 0
    ? pass('申报与培训登记一致。', 'The claim agrees with the training register.', { inputs })
    : caveat(
        'REGISTER_DIFFERS',
        `申报与培训登记不一致（${names.join('、')}），由工作人员核实。`,
        `The claim says more or something else than the training register (${names.join(', ')}); an officer looks.`,
        { inputs },
      );
};
