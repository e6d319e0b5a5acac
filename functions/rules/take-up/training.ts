import type { CourseAttendance } from '../../contracts/registers/worker.ts';
import type { CourseRecord } from '../../contracts/registers/course.ts';
import type { TrainingClaim } from '../training-subsidy/claim.ts';
import { knownOf } from './known-facts.ts';
import type { Presume } from './presumed-claim.ts';

const isPassed = ({ passed, certificateNo }: CourseAttendance): boolean =>
  passed ?? certificateNo !== undefined;

const minutesOf = ({ lessons }: CourseAttendance, kind: CourseAttendance['lessons'][number]['kind']) =>
  lessons.reduce((sum, lesson) => (lesson.kind === kind ? sum + lesson.minutes : sum), 0);

const claimOf = (attendance: CourseAttendance, course: CourseRecord, place: string): TrainingClaim => ({
  courseId: course.courseId,
  courseType: course.courseType,
  place,
  startsOn: course.startsOn,
  endsOn: course.endsOn,
  trainingDays: course.trainingDays,
  onlineTheoryMinutes: minutesOf(attendance, 'ONLINE_THEORY'),
  classroomTheoryMinutes: minutesOf(attendance, 'CLASSROOM_THEORY'),
  practiceMinutes: minutesOf(attendance, 'PRACTICE'),
});

/** 职业培训补贴 from the training register: every course that was passed and whose plan is known; its provider claims. */
export const presumeTraining: Presume = (worker, { course, organisation }) =>
  worker.courses.flatMap((attendance) => {
    const plan = isPassed(attendance) ? course(attendance.courseId) : undefined;
    if (plan === undefined) return [];
    return [
      {
        name: `TRAINING_SUBSIDY ${plan.courseId}`,
        facts: {
          instrument: 'TRAINING_SUBSIDY' as const,
          claim: claimOf(attendance, plan, worker.homeDivision),
          ...knownOf(worker),
          applicant: organisation(plan.providerCode) ?? ('UNKNOWN' as const),
          course: plan,
        },
        missing: ['PROVIDER' as const],
        supposed: ['place'],
        amount: 'KNOWN' as const,
      },
    ];
  });
