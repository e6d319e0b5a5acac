import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  aCourse,
  aTrainee,
  anAttendance,
  hands,
  inClass,
  online,
  spread,
  trainingFacts,
  trainingRules,
} from '../../../test/builders/training.ts';
import { courseTypes } from '../../contracts/registers/course.ts';
import { addDays } from '../calendar/days.ts';
import { trainingFacts as factsSchema, type TrainingFacts } from './facts.ts';
import { assessTraining } from './index.ts';

const rules = trainingRules();
const kinds = [online, inClass, hands] as const;
const lessonIds = ['T0', 'T1', 'T2', 'P0', 'P1', 'X'] as const;

/** Few lessons, so that they meet; days before, in and after the course. */
const log = fc.array(
  fc
    .tuple(
      fc.constantFrom(...kinds),
      fc.constantFrom(...lessonIds),
      fc.integer({ min: 0, max: 600 }),
      fc.integer({ min: -2, max: 31 }),
    )
    .map(([lesson, id, minutes, day]) => lesson(id, minutes, { on: addDays('2020-04-01', day) })),
  { maxLength: 12 },
);
const plan = fc.record({
  totalMinutes: fc.integer({ min: 1, max: 2000 }),
  trainingDays: fc.integer({ min: 1, max: 30 }),
  courseType: fc.constantFrom(...courseTypes),
  lessons: fc.constantFrom(aCourse().lessons, []),
});
const anyFacts: fc.Arbitrary<TrainingFacts> = fc
  .tuple(plan, log, fc.constantFrom(undefined, '2020-04-15'))
  .map(([course, lessons, submittedOn]) =>
    trainingFacts({ course: aCourse(course), lessons, facts: submittedOn ? { submittedOn } : {} }),
  );

const holds = (property: (facts: TrainingFacts) => void) => fc.assert(fc.property(anyFacts, property));
const decided = (facts: TrainingFacts) => {
  const { outcome, amountFen, reasons, entitlements } = assessTraining(facts, rules);
  return { outcome, amountFen, reasons, entitlements };
};
const withLog = (
  facts: TrainingFacts,
  lessons: ReturnType<typeof anAttendance>['lessons'],
): TrainingFacts => ({
  ...facts,
  worker: aTrainee({ courses: [anAttendance({ lessons })] }),
});
const logOf = ({ worker }: TrainingFacts) =>
  typeof worker === 'string' ? [] : (worker.courses[0]?.lessons ?? []);

test('never more than 2,000 yuan, and 100 to 150 for each day', () => {
  holds((facts) => {
    const { amountFen, outcome } = decided(facts);
    expect(amountFen).toBeLessThanOrEqual(200_000);
    if (outcome !== 'REJECT') expect(amountFen).toBeGreaterThanOrEqual(15_000);
    expect(amountFen).toBeLessThanOrEqual(facts.claim.trainingDays * 15_000);
  });
});

test('the hours are those of the rule: the least of online theory and the share, and the practice', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 3000 }),
      fc.integer({ min: 0, max: 2000 }),
      fc.integer({ min: 1, max: 3000 }),
      (total, theory, practice) => {
        const facts = trainingFacts({
          course: aCourse({ totalMinutes: total, lessons: [] }),
          lessons: [...spread(online, theory), ...spread(hands, practice)],
        });
        const share = Math.floor((total * 3000) / 10_000);
        const complete = Math.min(theory, share) + practice >= total;
        const { outcome, reasons } = decided(facts);
        expect(outcome).toBe(complete ? 'APPROVE' : 'REVIEW');
        expect(reasons.includes('ONLINE_CAPPED')).toBe(complete && theory > share);
      },
    ),
  );
});

test('the order of the lessons does not matter, nor in how many sittings one was attended', () => {
  holds((facts) => {
    const lessons = logOf(facts);
    expect(decided(withLog(facts, lessons.toReversed()))).toEqual(decided(facts));
    const halves = lessons.flatMap((lesson) => {
      const first = Math.floor(lesson.minutes / 2);
      return [
        { ...lesson, minutes: first },
        { ...lesson, minutes: lesson.minutes - first },
      ];
    });
    expect(decided(withLog(facts, halves))).toEqual(decided(facts));
  });
});

test('a lesson that is logged again adds no hours', () => {
  const whole = [
    ...aCourse().lessons.map(({ lessonId, minutes, kind }, at) =>
      (kind === 'PRACTICE' ? hands : online)(lessonId, minutes, { on: addDays('2020-04-01', at) }),
    ),
  ];
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: whole.length - 1 }),
      fc.integer({ min: 0, max: whole.length - 1 }),
      (left, again) => {
        const without = whole.filter((_lesson, at) => at !== left);
        const repeated = whole[again]!;
        const facts = trainingFacts({ lessons: [...without, { ...repeated, on: '2020-04-25' }] });
        expect(decided(facts).reasons.includes('HOURS_SHORT')).toBe(left !== again);
      },
    ),
  );
});

test('claims of one type in one year are paid once, in whatever order they come', () => {
  const claims = fc.array(fc.tuple(fc.constantFrom(...courseTypes), fc.integer({ min: 1, max: 20 })), {
    minLength: 1,
    maxLength: 6,
  });
  fc.assert(
    fc.property(claims, (list) => {
      const paid = new Map<string, number>();
      for (const [courseType, trainingDays] of list) {
        const held = [...paid.keys()].map((period) => ({ period, applicationId: 'A20200316-7K3M9QW2ZD' }));
        const facts = trainingFacts({ course: aCourse({ courseType, trainingDays }), facts: { held } });
        const { outcome, entitlements } = decided(facts);
        if (outcome !== 'APPROVE') continue;
        for (const { period } of entitlements) paid.set(period, (paid.get(period) ?? 0) + 1);
      }
      expect([...paid.keys()].sort()).toEqual([...new Set(list.map(([type]) => `2020#${type}`))].sort());
      for (const times of paid.values()) expect(times).toBe(1);
    }),
  );
});

test('facts of other instruments change nothing', () => {
  holds((facts) => {
    if (typeof facts.worker === 'string') return;
    const { source } = facts.worker;
    const worker = {
      ...facts.worker,
      sex: 'FEMALE' as const,
      contributions: [
        {
          month: '2020-04',
          line: 'PENSION' as const,
          employerCode: 'E',
          employerFen: 1,
          employeeFen: 1,
          waivedFen: 0,
          source,
        },
      ],
      courses: [...facts.worker.courses, anAttendance({ courseId: 'C-9', lessons: [], passed: false })],
    };
    expect(decided({ ...facts, worker })).toEqual(decided(facts));
  });
});

test('stored as JSON and read again, the same facts decide the same to the letter', () => {
  holds((facts) => {
    const again = factsSchema.parse(JSON.parse(JSON.stringify(facts)));
    expect(JSON.stringify(assessTraining(again, rules))).toBe(JSON.stringify(assessTraining(facts, rules)));
  });
});
