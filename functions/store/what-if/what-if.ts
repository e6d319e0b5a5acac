import type { AssessmentRecord } from '../../contracts/assessment-record.ts';
import { parseFacts } from '../../rules/assess-line.ts';
import type { ChangedValues } from '../../rules/what-if/changed-values.ts';
import { resultsOf } from '../../rules/what-if/comparison.ts';
import { compareWorker } from '../../rules/what-if/compare-worker.ts';
import { countIn, emptyTally, type Tally } from '../../rules/what-if/tally.ts';
import { createCourseShelf, type CourseShelf } from '../registers/course-shelf.ts';
import type { Item } from '../registers/batch-get.ts';
import {
  isWorkerItem,
  registeredWorker,
  workerFilter,
  type RegisteredWorker,
} from '../registers/registered-worker.ts';
import { scanPages } from '../scan-pages.ts';
import type { Table } from '../table-client.ts';
import { createLatestRecords } from './latest-records.ts';

export type Asked = {
  readonly changed: ChangedValues;
  /** All counties where none is named. */
  readonly county?: string | undefined;
  readonly onProgress?: (workersAndLines: number) => void;
};

const province = '140000';

const countRecord = (tally: Tally, record: AssessmentRecord, { changed, county }: Asked): void => {
  const facts = parseFacts(record.assessment.instrument, record.facts);
  const { instrument, division = province } = facts;
  if (county !== undefined && division !== county) return;
  const { before, after } = changed(division);
  countIn(tally, {
    basis: 'FILED',
    county: division,
    instrument,
    who: `${record.applicationId} ${record.lineNo}`,
    amount: 'KNOWN',
    ...resultsOf(facts, before, after),
  });
};

/** One worker of the register, under today's values and the changed ones. */
export const countWorker = (
  tally: Tally,
  { record, maskedName }: RegisteredWorker,
  shelf: Pick<CourseShelf, 'course' | 'organisation'>,
  { changed, county }: Pick<Asked, 'changed' | 'county'>,
): void => {
  if (county !== undefined && record.homeDivision !== county) return;
  for (const comparison of compareWorker(record, maskedName, shelf, changed(record.homeDivision)))
    countIn(tally, comparison);
};

const filter = {
  FilterExpression: `${workerFilter.where} OR begins_with(sk, :assessment)`,
  ProjectionExpression: [
    'pk',
    'sk',
    ...workerFilter.read,
    'run',
    '#at',
    '#hash',
    'packed',
    'dictionary',
  ].join(', '),
  ExpressionAttributeNames: { ...workerFilter.names, '#at': 'at', '#hash': 'hash' },
  ExpressionAttributeValues: { ...workerFilter.values, ':assessment': 'ASSESSMENT#' },
};

const isAssessment = ({ sk }: Item): boolean => typeof sk === 'string' && sk.startsWith('ASSESSMENT#');

const workersIn = (items: readonly Item[]): RegisteredWorker[] =>
  items.filter(isWorkerItem).map((item) => registeredWorker.parse(item));

/** Where the items come from: assessments of one line follow each other, in the order of their runs. */
export type Source = {
  readonly pages: AsyncIterable<readonly Item[]>;
  readonly shelf: CourseShelf;
};

/**
 * Every stored line by its recorded facts, and every worker by what the registers alone amount to, under today's rule
 * values and the changed ones. Takes the items a page at a time, holds none of them, and changes nothing.
 */
export const whatIfOver = async ({ pages, shelf }: Source, asked: Asked): Promise<Tally> => {
  const tally = emptyTally();
  const latest = createLatestRecords();
  let seen = 0;
  for await (const items of pages) {
    const workers = workersIn(items);
    await shelf.fetchFor(workers.map(({ record }) => record));
    for (const worker of workers) countWorker(tally, worker, shelf, asked);
    for (const item of items) {
      const record = isAssessment(item) ? latest.next(item) : undefined;
      if (record) countRecord(tally, record, asked);
    }
    seen += items.length;
    asked.onProgress?.(seen);
  }
  const last = latest.last();
  if (last) countRecord(tally, last, asked);
  return tally;
};

/** The same over the whole table as it is now. */
export const whatIf = (table: Table, asked: Asked): Promise<Tally> =>
  whatIfOver({ pages: scanPages(table, filter), shelf: createCourseShelf(table) }, asked);
