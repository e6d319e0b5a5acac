import * as z from 'zod';
import { isoDate } from '../scalars.ts';
import { recordSource } from './record-source.ts';

export const postKinds = [
  'DISINFECTION',
  'COMMUNITY_PATROL',
  'ENVIRONMENT',
  'ECOLOGY',
  'RURAL_CONSTRUCTION',
  'OTHER',
] as const;
export const postKind = z.enum(postKinds);

/** 临时公益岗位: a post as the county approved it (POLICY 3.11). 临时 means that the end date is compulsory. */
export const postRecord = z.strictObject({
  postId: z.string().min(1),
  kind: postKind,
  /** Why a post of another kind than the listed ones is needed. */
  kindReason: z.string().optional(),
  division: z.string().min(1),
  quota: z.int().min(1),
  fundSource: z.string().min(1),
  startsOn: isoDate,
  endsOn: isoDate,
  approvedOn: isoDate.optional(),
  source: recordSource,
});
export type PostRecord = z.infer<typeof postRecord>;
