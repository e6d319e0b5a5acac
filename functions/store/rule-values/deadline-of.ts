import type { TaskKind } from '../../contracts/queue.ts';
import type { IsoDate } from '../../contracts/scalars.ts';
import { dueOn } from '../../rules/due-dates.ts';
import type { Table } from '../table-client.ts';
import { recentBook } from './rule-book.ts';

/** The day a task that is opened today is due, by the county's own working days. */
export const deadlineOf = async (
  table: Table,
  kind: TaskKind | 'PAY',
  division: string,
  day: IsoDate,
): Promise<IsoDate> => dueOn(kind, day, (await recentBook(table, division)).rulesOn(day).values);
