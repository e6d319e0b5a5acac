import * as z from 'zod';

export const spellKinds = [
  'OUTSIDE_COUNTY',
  'LOCAL_WORKSHOP',
  'LOCAL_ENTERPRISE',
  'LOCAL_FARM_ENTITY',
  'SELF_EMPLOYED',
  'PUBLIC_WELFARE_POST',
] as const;
export const spellKind = z.enum(spellKinds);
export type SpellKind = z.infer<typeof spellKind>;

export const organiserKinds = ['GOVERNMENT', 'AGENCY', 'VILLAGE', 'EMPLOYER', 'NONE'] as const;
