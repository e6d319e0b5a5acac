import * as z from 'zod';
import { postKind, type PostRecord } from '../../contracts/registers/post.ts';
import type { EmploymentSpell } from '../../contracts/registers/worker.ts';
import { isoDate, isoMonth } from '../../contracts/scalars.ts';
import { addDays, addMonths, daysInMonth } from '../calendar/days.ts';
import type { PostClaim } from '../public-works-post/claim.ts';
import type { CaseWorld } from './case-file.ts';
import type { CaseLine } from './case-line.ts';
import { caseSource, idOf, personOf, workerRecordOf } from './case-records.ts';

const monthList = z
  .array(isoMonth)
  .nullish()
  .transform((list) => list ?? []);
const caseMonth = z.union([
  isoMonth.transform((month) => ({ month, attendanceDays: null })),
  z.object({ month: isoMonth, attendanceDays: z.int().min(0).max(31).nullish() }),
]);
const postFacts = z.object({
  worker: z.string(),
  unableToLeave: z.boolean().nullish(),
  villageConfirmed: z.boolean().nullish(),
  postKind: z.string().nullish(),
  kindReason: z.string().nullish(),
  reason: z.string().nullish(),
  months: z.array(caseMonth).min(1),
  /** The same in every month, unless a month says its own. */
  attendanceDays: z.int().min(0).max(31).nullish(),
  postEndsOn: isoDate.nullish(),
  quota: z.int().min(1).nullish(),
  placeNo: z.int().min(1).nullish(),
  otherEmploymentMonths: monthList,
  retentionMonths: monthList,
  unemploymentAssistanceMonths: monthList,
  alreadyPaidMonths: monthList,
});
type Facts = z.infer<typeof postFacts>;

/** Kinds as officers' lists write them, beside the desk's own. */
const spellings: readonly (readonly [RegExp, PostRecord['kind']])[] = [
  [/DISINFECT|EPIDEMIC/, 'DISINFECTION'],
  [/PATROL/, 'COMMUNITY_PATROL'],
  [/ENVIRONMENT|CLEAN|SANITATION/, 'ENVIRONMENT'],
  [/ECOLOG|FOREST/, 'ECOLOGY'],
  [/RURAL|VILLAGE_CONSTR/, 'RURAL_CONSTRUCTION'],
];

const kindOf = ({ postKind: stated }: Facts): PostRecord['kind'] => {
  if (typeof stated !== 'string') return 'DISINFECTION';
  const word = stated.toUpperCase();
  const own = postKind.safeParse(word);
  return own.data ?? spellings.find(([form]) => form.test(word))?.[1] ?? 'OTHER';
};

const namesOf = ({ months }: Facts): string[] => months.map(({ month }) => month).sort();
const firstDay = (facts: Facts): string => `${namesOf(facts)[0] ?? '2020-03'}-01`;
const lastDay = (month: string): string => addDays(addMonths(`${month}-01`, 1), -1);
const endOf = (facts: Facts): string => lastDay(namesOf(facts).at(-1) ?? '2020-03');

const postOf = (world: CaseWorld, facts: Facts): PostRecord => {
  const kindReason = facts.kindReason ?? facts.reason;
  return {
    postId: 'CASE',
    kind: kindOf(facts),
    ...(typeof kindReason === 'string' && { kindReason }),
    division: personOf(world, facts.worker).homeCounty,
    quota: facts.quota ?? 1,
    fundSource: '未注明',
    startsOn: firstDay(facts),
    endsOn: facts.postEndsOn ?? endOf(facts),
    approvedOn: firstDay(facts),
    source: caseSource,
  };
};

const spellOf = (kind: EmploymentSpell['kind'], months: readonly string[]): EmploymentSpell[] =>
  months.map((month) => ({
    spellId: `${kind}-${month}`,
    kind,
    employerName: '未注明',
    workplace: '141124',
    startsOn: `${month}-01`,
    endsOn: lastDay(month),
    wageProof: true,
    source: caseSource,
  }));

const claimOf = (world: CaseWorld, facts: Facts): PostClaim => ({
  postId: 'CASE',
  county: personOf(world, facts.worker).homeCounty,
  placeNo: facts.placeNo ?? 1,
  agreedFrom: firstDay(facts),
  agreedTo: endOf(facts),
  unableToLeave: {
    reason: facts.unableToLeave === false ? 'NONE' : 'CARE',
    // Who says nothing of it has not said that the worker may go either: an officer looks.
    villageConfirmed: facts.villageConfirmed ?? facts.unableToLeave === true,
  },
  months: facts.months.map(({ month, attendanceDays }) => ({
    month,
    attendanceDays: attendanceDays ?? facts.attendanceDays ?? daysInMonth(month),
  })),
});

const granted = (instrument: string, months: readonly string[]) =>
  months.map((period) => ({ instrument, period, applicationId: '此前' }));

/** What others granted in the months of the post; other months do not matter. */
const othersOf = (facts: Facts) =>
  [
    ...granted('RETENTION_ALLOWANCE', facts.retentionMonths),
    ...granted('UNEMPLOYMENT_ASSISTANCE', facts.unemploymentAssistanceMonths),
  ].filter(({ period }) => namesOf(facts).includes(period));

export const publicWorksLines = (world: CaseWorld, raw: unknown): CaseLine[] => {
  const facts = postFacts.parse(raw);
  const spells = [
    ...spellOf('PUBLIC_WELFARE_POST', namesOf(facts)),
    ...spellOf('LOCAL_ENTERPRISE', facts.otherEmploymentMonths),
  ];
  return [
    {
      facts: {
        instrument: 'PUBLIC_WORKS_POST',
        worker: workerRecordOf(world, facts.worker, { spells }),
        post: postOf(world, facts),
        held: [],
        others: othersOf(facts),
        claim: claimOf(world, facts),
      },
      subject: idOf(world, facts.worker),
      alreadyPaid: facts.alreadyPaidMonths,
      turn: firstDay(facts),
    },
  ];
};
