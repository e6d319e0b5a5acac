import * as z from 'zod';
import { isoDate } from '../scalars.ts';

/** Where a register's answer came from, and how old it is. */
export const recordSource = z.strictObject({ register: z.string(), asOf: isoDate, version: z.int().min(1) });
export type RecordSource = z.infer<typeof recordSource>;

export const dateRange = { startsOn: isoDate, endsOn: isoDate.optional() };
