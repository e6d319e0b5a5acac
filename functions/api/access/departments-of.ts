import type { Actor, Role } from '../../contracts/actor.ts';
import type { Department } from '../../contracts/registers/difference.ts';

const ofRole: Partial<Record<Role, readonly Department[]>> = {
  COUNTY_VERIFIER: ['HR'],
  COUNTY_REVIEWER: ['HR'],
  POVERTY_OFFICE_CHECKER: ['POVERTY'],
  PREFECTURE_SUPERVISOR: ['HR', 'POVERTY'],
  PROVINCE_SUPERVISOR: ['HR', 'POVERTY'],
  AUDITOR: ['HR', 'POVERTY'],
};

/** The departments whose differences somebody may read, their own first. */
export const departmentsOf = ({ roles }: Pick<Actor, 'roles'>): Department[] => [
  ...new Set(roles.flatMap((role) => ofRole[role] ?? [])),
];
