import * as z from 'zod';
import type { Department } from '../../contracts/registers/difference.ts';

/** The registers that are imported from files, in the order in which they rest on each other. */
export const registers = [
  'organisations',
  'licences',
  'premises',
  'recognitions',
  'posts',
  'courses',
  'workers',
  'spells',
  'trips',
  'wages',
  'contributions',
  'benefits',
  'attendance',
  'overseas',
  'circumstances',
  'funds',
] as const;
export const register = z.enum(registers);
export type Register = z.infer<typeof register>;

type RegisterName = {
  readonly zh: string;
  readonly en: string;
  /** Whose register it is: whose word an import takes when it does not say otherwise. */
  readonly department: Department;
};

export const registerNames: Record<Register, RegisterName> = {
  organisations: { zh: '机构台账', en: 'register of organisations', department: 'HR' },
  licences: { zh: '许可证台账', en: 'register of licences', department: 'HR' },
  premises: { zh: '厂房场地台账', en: 'register of premises', department: 'HR' },
  recognitions: { zh: '认定台账', en: 'register of recognitions', department: 'HR' },
  posts: { zh: '临时公益岗位台账', en: 'register of public-welfare posts', department: 'POVERTY' },
  courses: { zh: '培训课程计划', en: 'course plans', department: 'HR' },
  workers: { zh: '贫困劳动力台账', en: 'register of poor workers', department: 'POVERTY' },
  spells: { zh: '就业登记', en: 'employment register', department: 'HR' },
  trips: { zh: '有组织出行名单', en: 'manifests of organised trips', department: 'HR' },
  wages: { zh: '工资发放记录', en: 'wage transfers', department: 'HR' },
  contributions: { zh: '社会保险缴费记录', en: 'insurance contributions', department: 'HR' },
  benefits: { zh: '其他补贴待遇', en: 'other benefits', department: 'HR' },
  attendance: { zh: '培训考勤记录', en: 'training attendance', department: 'HR' },
  overseas: { zh: '境外劳务优先名单', en: 'overseas priority list', department: 'HR' },
  circumstances: { zh: '情况变化', en: 'changes of circumstances', department: 'HR' },
  funds: { zh: '资金预算', en: 'county funds', department: 'HR' },
};
