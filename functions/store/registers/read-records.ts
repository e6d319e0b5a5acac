import type { CourseRecord } from '../../contracts/registers/course.ts';
import type {
  OrganisationRecord,
  PremisesRecord,
  RecognitionKind,
  RecognitionRecord,
} from '../../contracts/registers/organisation.ts';
import type { PostRecord } from '../../contracts/registers/post.ts';
import type { WorkerRecord } from '../../contracts/registers/worker.ts';
import {
  courseKey,
  organisationKey,
  postKey,
  premisesKey,
  recognitionKey,
  workerKey,
  type Key,
} from '../keys.ts';
import type { Table } from '../table-client.ts';
import { batchGet, type Item } from './batch-get.ts';
import { organisationItem } from './organisation-item.ts';
import { courseItem, postItem, premisesItem, recognitionItem } from './register-item.ts';
import { workerItem } from './worker-item.ts';

export type Recognised = { readonly organisationId: string; readonly kind: RecognitionKind };

type Asked = {
  readonly subjects: readonly string[];
  readonly organisationIds: readonly string[];
  readonly courseIds?: readonly string[];
  /** The occupants of premises. */
  readonly occupants?: readonly string[];
  readonly recognitions?: readonly Recognised[];
  readonly postIds?: readonly string[];
};

/** What the registers answered; whoever is in no map is unknown to them. */
export type Records = {
  readonly workers: ReadonlyMap<string, WorkerRecord>;
  readonly organisations: ReadonlyMap<string, OrganisationRecord>;
  readonly courses: ReadonlyMap<string, CourseRecord>;
  /** By occupant. */
  readonly premises: ReadonlyMap<string, PremisesRecord>;
  /** By `recognitionName`. */
  readonly recognitions: ReadonlyMap<string, RecognitionRecord>;
  readonly posts: ReadonlyMap<string, PostRecord>;
};

/** How a recognition is found in `Records`. */
export const recognitionName = ({ organisationId, kind }: Recognised): string => `${organisationId}#${kind}`;

/** The keys to put into a BatchGetItem, beside others of the caller's. */
export const recordKeys = (asked: Asked): Key[] => [
  ...asked.subjects.map(workerKey),
  ...asked.organisationIds.map(organisationKey),
  ...(asked.courseIds ?? []).map(courseKey),
  ...(asked.occupants ?? []).map(premisesKey),
  ...(asked.recognitions ?? []).map(({ organisationId, kind }) => recognitionKey(organisationId, kind)),
  ...(asked.postIds ?? []).map(postKey),
];

const isOf = (prefix: string, item: Item): boolean =>
  typeof item['pk'] === 'string' && item['pk'].startsWith(prefix) && item['sk'] === 'REGISTER';

type Parser<R> = { readonly parse: (item: Item) => { readonly record: R } };

/** The items under a prefix, each by the name it is asked for. */
const pick = <R>(
  items: readonly Item[],
  prefix: string,
  { parse }: Parser<R>,
  nameOf: (record: R) => string,
): ReadonlyMap<string, R> =>
  new Map(
    items
      .filter((item) => isOf(prefix, item))
      .map((item) => parse(item).record)
      .map((record) => [nameOf(record), record]),
  );

/** Picks the registers' records out of what a BatchGetItem returned; other items are passed over. */
export const pickRecords = (items: readonly Item[]): Records => ({
  workers: pick(items, workerKey('').pk, workerItem, ({ subject }) => subject),
  organisations: pick(items, organisationKey('').pk, organisationItem, (record) => record.organisationId),
  courses: pick(items, courseKey('').pk, courseItem, ({ courseId }) => courseId),
  premises: pick(items, premisesKey('').pk, premisesItem, ({ occupantCode }) => occupantCode),
  recognitions: pick(items, 'RECOGNITION#', recognitionItem, recognitionName),
  posts: pick(items, postKey('').pk, postItem, ({ postId }) => postId),
});

/** Reads records by themselves. */
export const readRecords = async (table: Table, asked: Asked): Promise<Records> =>
  pickRecords(await batchGet(table, recordKeys(asked)));
