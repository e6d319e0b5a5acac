import * as z from 'zod';
import { recognitionStatuses, type RecognitionRecord } from '../../contracts/registers/organisation.ts';
import type { CaseWorld } from './case-file.ts';
import type { CaseLine } from './case-line.ts';
import { caseSource, codeOf, organisationRecordOf } from './case-records.ts';
import { caseDay, caseHeads, caseRoster } from './case-roster.ts';

const baseFacts = z.object({
  applicant: z.string(),
  alreadyAwarded: z.boolean().nullish(),
  /** A case about an award takes the recognition as given, unless it says otherwise. */
  recognised: z.boolean().nullish(),
  recognitionStatus: z.string().nullish(),
  level: z.string().nullish(),
  ...caseHeads,
});
type Facts = z.infer<typeof baseFacts>;
type Status = RecognitionRecord['history'][number]['status'];

const statuses = z.enum(recognitionStatuses);

const statusOf = ({ recognised, recognitionStatus }: Facts): Status => {
  const stated = statuses.safeParse(recognitionStatus?.toUpperCase());
  if (stated.success) return stated.data;
  return recognised === false ? 'REVOKED' : 'ACTIVE';
};

const levels: readonly (readonly [RegExp, RecognitionRecord['level']])[] = [
  [/NATION/, 'NATIONAL'],
  [/PROV/, 'PROVINCE'],
  [/CITY|PREF/, 'CITY'],
];

const recognitionOf = (world: CaseWorld, facts: Facts): RecognitionRecord => ({
  recognitionNo: 'CASE',
  organisationId: codeOf(world, facts.applicant),
  kind: 'BASE',
  level: levels.find(([form]) => form.test(facts.level?.toUpperCase() ?? ''))?.[1] ?? 'COUNTY',
  division: '141124',
  recognisedOn: '2020-01-01',
  history: [{ status: statusOf(facts), from: '2020-01-01', reason: '' }],
  source: caseSource,
});

export const baseLines = (world: CaseWorld, raw: unknown): CaseLine[] => {
  const facts = baseFacts.parse(raw);
  const { applicant } = facts;
  return [
    {
      facts: {
        instrument: 'BASE_AWARD',
        roster: caseRoster(world, applicant, facts),
        applicant: organisationRecordOf(world, applicant),
        recognition: recognitionOf(world, facts),
        held: [],
        claim: { countedOn: caseDay, county: '141124', recognitionNo: 'CASE' },
      },
      subject: codeOf(world, applicant),
      alreadyPaid: facts.alreadyAwarded === true ? ['ONCE'] : [],
      turn: '',
    },
  ];
};
