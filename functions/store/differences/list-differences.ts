import type { Department } from '../../contracts/registers/difference.ts';
import type { Desk } from '../desk.ts';
import { differenceKey, differencePartition } from '../keys.ts';
import { queryWork } from '../query-work.ts';
import { readItem, type Item, type Page } from '../read-application.ts';
import { differenceItem } from '../registers/difference-item.ts';
import { readSeen, type SeenDifference } from './read-seen.ts';

type PageOf = {
  readonly department: Department;
  readonly division: string;
  readonly limit: number;
  readonly start?: Item | undefined;
};

/** What a department has to work off in a division, the oldest first. */
export const listDifferences = async (
  desk: Desk,
  { department, division, limit, start }: PageOf,
): Promise<Page<SeenDifference>> => {
  const partition = differencePartition(department, division);
  const { items, next } = await queryWork(desk.table, { partition, limit, start });
  const seen = await readSeen(
    desk,
    items.map((item) => differenceItem.parse(item)),
  );
  return next ? { items: seen, next } : { items: seen };
};

export const readDifference = async (
  desk: Desk,
  differenceId: string,
): Promise<SeenDifference | undefined> => {
  const item = await readItem(desk.table, differenceKey(differenceId));
  if (item === undefined) return undefined;
  const [seen] = await readSeen(desk, [differenceItem.parse(item)]);
  return seen;
};
