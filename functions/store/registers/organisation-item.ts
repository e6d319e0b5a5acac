import * as z from 'zod';
import { isoDate } from '../../contracts/scalars.ts';
import { organisationRecord, type OrganisationRecord } from '../../contracts/registers/organisation.ts';

/** One item per organisation. A labour broker is a person: the record holds the masked name, the rest is sealed. */
export const organisationItem = z.object({
  pk: z.string(),
  sk: z.string(),
  revision: z.int().min(0),
  identitySealed: z.string().optional(),
  /** How old each department's fields are. */
  asOfBy: z.strictObject({ HR: isoDate.optional(), POVERTY: isoDate.optional() }).default({}),
  record: organisationRecord,
});
export type OrganisationItem = z.infer<typeof organisationItem>;

/** The organisation's record out of an item of the table; undefined when there is none. */
export const parseOrganisationRecord = (item: unknown): OrganisationRecord | undefined =>
  item === undefined ? undefined : organisationItem.parse(item).record;
