import * as z from 'zod';

/** Who works at the desk (POLICY section 7). A person may hold several roles; four eyes hold all the same. */
export const roles = [
  'APPLICANT',
  'VILLAGE_ASSISTANT',
  'INTERMEDIARY',
  'EMPLOYER',
  'TRAINING_PROVIDER',
  'COUNTY_VERIFIER',
  'COUNTY_REVIEWER',
  'COUNTY_APPROVER',
  'FINANCE_OFFICER',
  'POVERTY_OFFICE_CHECKER',
  'PREFECTURE_SUPERVISOR',
  'PROVINCE_SUPERVISOR',
  'RULE_ADMIN',
  'OPERATOR',
  'AUDITOR',
] as const;
export const role = z.enum(roles);
export type Role = z.infer<typeof role>;

/** The person behind a request, from the token's claims. `division` is where they serve or live. */
export const actor = z.strictObject({
  id: z.string().min(1).max(100),
  name: z.string().min(1).max(100),
  roles: z.array(role).min(1),
  division: z.string().regex(/^\d{6}$/),
  /** The organisation they act for: a unified social credit code. */
  organisationId: z.string().optional(),
});
export type Actor = z.infer<typeof actor>;
