import type { Actor, Role } from '../../contracts/actor.ts';
import type { Department, Difference } from '../../contracts/registers/difference.ts';
import type { Sentence } from '../../contracts/scalars.ts';

/** The province's supervisors are 人社; county roles serve a county and never reach the province's own queue. */
const deciders: Readonly<Record<Department, readonly Role[]>> = {
  HR: ['COUNTY_VERIFIER', 'COUNTY_REVIEWER', 'PROVINCE_SUPERVISOR'],
  POVERTY: ['POVERTY_OFFICE_CHECKER'],
};

type Subject = Pick<Difference, 'owner' | 'division'> & { readonly importedBy: string };
type Refused = {
  readonly code: 'ROLE_NOT_ALLOWED' | 'OTHER_COUNTY' | 'FOUR_EYES';
  readonly sentence: Sentence;
};

const otherDepartment: Record<Department, Refused> = {
  HR: {
    code: 'ROLE_NOT_ALLOWED',
    sentence: {
      zh: '此字段由人社部门负责，须由人社部门处理。',
      en: 'This field is 人社’s to say, so 人社 decides.',
    },
  },
  POVERTY: {
    code: 'ROLE_NOT_ALLOWED',
    sentence: {
      zh: '此字段由扶贫部门负责，须由扶贫部门处理。',
      en: 'This field is the poverty office’s to say, so the poverty office decides.',
    },
  },
};

/** Why this person may not decide this difference; undefined when they may. */
export const mayNotDecideDifference = (
  { id, roles, division }: Pick<Actor, 'id' | 'roles' | 'division'>,
  subject: Subject,
): Refused | undefined => {
  if (!roles.some((role) => deciders[subject.owner].includes(role))) return otherDepartment[subject.owner];
  if (division !== subject.division)
    return {
      code: 'OTHER_COUNTY',
      sentence: { zh: '此差异由其他辖区处理。', en: 'Another division decides this difference.' },
    };
  if (id === subject.importedBy)
    return {
      code: 'FOUR_EYES',
      sentence: {
        zh: '此数据由您导入，须由他人处理。',
        en: 'You imported the file that says otherwise, so another person decides.',
      },
    };
  return undefined;
};
