import * as z from 'zod';
import type { CourseRecord } from '../../contracts/registers/course.ts';
import type { OtherBenefit, WorkerRecord } from '../../contracts/registers/worker.ts';
import { isoDate } from '../../contracts/scalars.ts';
import { addDays } from '../calendar/days.ts';
import type { Lookup } from '../facts.ts';
import type { OrganisationRecord } from '../../contracts/registers/organisation.ts';
import type { CaseWorld } from './case-file.ts';
import type { CaseLine } from './case-line.ts';
import { caseSource, codeOf, idOf, organisationRecordOf, personOf, workerRecordOf } from './case-records.ts';

const minutes = z.int().min(0);

const trainingFacts = z.object({
  worker: z.string(),
  applicant: z.string().nullish(),
  courseType: z.string().nullish(),
  year: z.int().min(2000).max(2100).nullish(),
  startDate: isoDate.nullish(),
  totalMinutes: z.int().min(1),
  onlineTheoryMinutes: minutes.nullish(),
  classroomTheoryMinutes: minutes.nullish(),
  practiceMinutes: minutes.nullish(),
  trainingDays: z.int().min(1).nullish(),
  /** Null where nobody knows the result; a case that does not speak of it is about something else. */
  passed: z.boolean().nullable().default(true),
  platform: z.string().nullish(),
  alreadySubsidisedSameTypeInYear: z.boolean().nullish(),
  /** The name of a programme that has paid for the course, or that one has. */
  paidByOtherProgramme: z.union([z.boolean(), z.string()]).nullish(),
});
type Facts = z.infer<typeof trainingFacts>;

const typeOf = ({ courseType }: Facts): CourseRecord['courseType'] => {
  const named = (courseType ?? '').toUpperCase();
  if (/START|ENTREPRENEUR/u.test(named)) return 'START_UP';
  return /UPGRADE|ADVANCED/u.test(named) ? 'SKILL_UPGRADE' : 'BASIC_SKILL';
};

/** Where a case names only the year, the course is in its second half: whoever came of age by then is of age. */
const startOf = ({ year, startDate }: Facts): string => startDate ?? `${year ?? 2020}-07-01`;

/** Eight hours make a day (POLICY 3.4: 10 days are 80 class hours). */
const dayMinutes = 480;
const daysOf = ({ trainingDays, totalMinutes }: Facts): number =>
  trainingDays ?? Math.ceil(totalMinutes / dayMinutes);

const platformOf = ({ platform }: Facts): string => platform ?? '中国职业培训在线';

type Lesson = WorkerRecord['courses'][number]['lessons'][number];

/** A log of so many minutes, eight hours a day. */
const logOf = (facts: Facts, kind: Lesson['kind'], total: number | null | undefined): Lesson[] =>
  Array.from({ length: Math.ceil((total ?? 0) / dayMinutes) }, (_, day) => ({
    lessonId: `${kind}-${day}`,
    kind,
    on: addDays(startOf(facts), day),
    minutes: Math.min(dayMinutes, (total ?? 0) - day * dayMinutes),
    ...(kind === 'ONLINE_THEORY' && { platform: platformOf(facts) }),
  }));

const benefitKindOf = (programme: string | boolean): OtherBenefit['kind'] => {
  const named = String(programme).toUpperCase();
  if (/UNEMPLOY|INSURANCE|UPGRADE|失业/u.test(named)) return 'SKILL_UPGRADE_SUBSIDY';
  return /WORK|以工代训/u.test(named) ? 'WORK_BASED_TRAINING' : 'YULU_PROGRAMME';
};

const benefitsOf = (facts: Facts): OtherBenefit[] => {
  const { paidByOtherProgramme: programme = false } = facts;
  if (programme === null || programme === false || programme === '') return [];
  const month = startOf(facts).slice(0, 7);
  return [{ kind: benefitKindOf(programme), month, courseId: 'COURSE', amountFen: 0, source: caseSource }];
};

const attendanceOf = (facts: Facts): WorkerRecord['courses'][number] => ({
  courseId: 'COURSE',
  lessons: [
    ...logOf(facts, 'ONLINE_THEORY', facts.onlineTheoryMinutes),
    ...logOf(facts, 'CLASSROOM_THEORY', facts.classroomTheoryMinutes),
    ...logOf(facts, 'PRACTICE', facts.practiceMinutes),
  ],
  ...(facts.passed !== null && { passed: facts.passed }),
  source: caseSource,
});

/** A provider that the case does not name is one that is qualified; what it says of one is in its own words. */
const providerOf = (world: CaseWorld, name: string | null | undefined): Lookup<OrganisationRecord> => {
  const record: Lookup<OrganisationRecord> =
    typeof name === 'string'
      ? organisationRecordOf(world, name)
      : {
          organisationId: 'PROVIDER',
          name: '未注明',
          type: 'TRAINING_PROVIDER',
          povertyRelief: false,
          licences: [],
          source: caseSource,
        };
  return typeof record === 'string'
    ? record
    : { ...record, licences: [{ kind: 'VOCATIONAL_TRAINING', number: 'CASE', startsOn: '1900-01-01' }] };
};

/** The plan as the case has it: a total, and no list of lessons. */
const courseOf = (world: CaseWorld, facts: Facts): CourseRecord => ({
  courseId: 'COURSE',
  providerCode: typeof facts.applicant === 'string' ? codeOf(world, facts.applicant) : 'PROVIDER',
  occupationCode: 'CASE',
  courseType: typeOf(facts),
  totalMinutes: facts.totalMinutes,
  trainingDays: daysOf(facts),
  startsOn: startOf(facts),
  endsOn: addDays(startOf(facts), 366),
  platforms: [],
  lessons: [],
  source: caseSource,
});

export const trainingLines = (world: CaseWorld, raw: unknown): CaseLine[] => {
  const facts = trainingFacts.parse(raw);
  const course = courseOf(world, facts);
  const { courseId, courseType, startsOn, endsOn, trainingDays } = course;
  return [
    {
      facts: {
        instrument: 'TRAINING_SUBSIDY',
        applicant: providerOf(world, facts.applicant),
        course,
        worker: {
          ...workerRecordOf(world, facts.worker, {}),
          courses: [attendanceOf(facts)],
          otherBenefits: benefitsOf(facts),
        },
        held: [],
        claim: {
          courseId,
          courseType,
          place: personOf(world, facts.worker).homeCounty,
          startsOn,
          endsOn,
          trainingDays,
          onlineTheoryMinutes: facts.onlineTheoryMinutes ?? 0,
          classroomTheoryMinutes: facts.classroomTheoryMinutes ?? 0,
          practiceMinutes: facts.practiceMinutes ?? 0,
        },
      },
      subject: idOf(world, facts.worker),
      alreadyPaid:
        facts.alreadySubsidisedSameTypeInYear === true ? [`${startsOn.slice(0, 4)}#${courseType}`] : [],
      turn: startsOn,
    },
  ];
};
