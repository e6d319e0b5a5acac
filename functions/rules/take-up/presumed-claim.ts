import type { CourseRecord } from '../../contracts/registers/course.ts';
import type { OrganisationRecord } from '../../contracts/registers/organisation.ts';
import type { WorkerRecord } from '../../contracts/registers/worker.ts';
import type { IsoDate, Sentence } from '../../contracts/scalars.ts';
import type { LineFacts } from '../assess-line.ts';
import type { RuleSet } from '../facts.ts';

/** What the registers do not hold and somebody must add before the claim can be filed. */
export const missingParts = {
  FARE: { zh: '车票金额', en: 'the fare' },
  ORGANISER: { zh: '有组织外出的证明', en: 'who organised the departure' },
  WAGE_PROOF: { zh: '合同或工资凭证', en: 'a contract or wage record' },
  PROVIDER: { zh: '由培训机构申报', en: 'the training provider, who claims' },
  POST: { zh: '公益岗位编号', en: 'the number of the post' },
  ATTENDANCE: { zh: '考勤表', en: 'the attendance sheet' },
  VILLAGE_WORD: { zh: '无法外出的村级确认', en: 'the village’s word that the worker cannot leave' },
  LOSS_DECLARED: { zh: '受疫情影响失业的声明', en: 'a statement that the epidemic took the job' },
} as const satisfies Readonly<Record<string, Sentence>>;
export type MissingPart = keyof typeof missingParts;

/** A claim that the registers' facts amount to, ready for the rules to decide as if its worker had made it. */
export type PresumedClaim = {
  /** The same claim under other rule values has the same name. */
  readonly name: string;
  readonly facts: LineFacts;
  readonly missing: readonly MissingPart[];
  /** Where the claim says something that no register does (`legs.0.fareFen`): to be left open in a draft. */
  readonly supposed: readonly string[];
  /** AT_MOST: the fare is not known, so the rules are asked about one that reaches the cap. */
  readonly amount: 'KNOWN' | 'AT_MOST';
};

/** What stands beside the worker's record: the rule values of the home county, and the registers of courses and providers. */
export type Around = {
  readonly rulesOn: (day: IsoDate) => RuleSet;
  readonly course: (courseId: string) => CourseRecord | undefined;
  readonly organisation: (organisationId: string) => OrganisationRecord | undefined;
};

/** The claims of one instrument that the record amounts to. */
export type Presume = (worker: WorkerRecord, around: Around) => PresumedClaim[];
