import * as z from 'zod';
import { valueSections } from '../rules/instruments.ts';
import { configurable, ruleValue, type ValueUnit } from './rule-value.ts';
import { fen, isoDate } from './scalars.ts';

const days = (zh: string, en: string) =>
  ruleValue(z.int().min(0).max(250), { zh, en, unit: 'WORKING_DAYS', kind: 'DELEGATED' });
const usual = (zh: string, en: string, unit: ValueUnit) =>
  ruleValue(z.int().min(0), { zh, en, unit, kind: 'SOFT' });
const day = (zh: string, en: string) => ruleValue(isoDate, { zh, en, unit: 'DATE', kind: 'HARD' });

/** What every instrument and the desk itself go by. */
const common = {
  window: z.strictObject({
    start: day('政策期间首日', 'First day of the window'),
    end: day('政策期间末日', 'Last day of the window'),
  }),
  minimumAge: ruleValue(z.int().min(0), {
    zh: '最低年龄（周岁）',
    en: 'Lowest age in years',
    unit: 'YEARS',
    kind: 'HARD',
  }),
  /** How many other people may share something before a person looks (rules/risk). */
  risk: z.strictObject({
    accountSharedBy: usual('同一账户可由其他多少人使用', 'Other people who may use one account', 'PERSONS'),
    phoneSharedBy: usual('同一电话可由其他多少人使用', 'Other people who may give one phone', 'PERSONS'),
    deviceSharedBy: usual('同一设备可由其他多少人登录上课', 'Other trainees on one device', 'PERSONS'),
    contractEndedWithinDays: usual(
      '申报后多少天内离职须核实',
      'A job that ends so soon after the claim',
      'DAYS',
    ),
  }),
  publicNotice: z.strictObject({ workingDays: days('公示工作日数', 'Working days a notice hangs') }),
  verification: z.strictObject({
    everyClaim: ruleValue(z.boolean(), {
      zh: '每份申请都须人工审核',
      en: 'A person looks at every claim',
      unit: 'SWITCH',
      kind: 'DELEGATED',
    }),
  }),
  approval: z.strictObject({
    secondApproverAboveFen: configurable(fen, {
      zh: '超过此金额须第二人审批',
      en: 'Above this sum a second approver is needed',
      unit: 'FEN',
      kind: 'DELEGATED',
    }),
  }),
  /** Working days a step may take before it counts as overdue. */
  deadlines: z.strictObject({
    verification: days('审核期限', 'To verify'),
    correction: days('补正期限', 'To correct'),
    reexamination: days('复核期限', 'To re-examine'),
    approval: days('审批期限', 'To approve'),
    payment: days('拨付期限', 'To pay'),
    configuration: days('规则值设定期限', 'To set a missing value'),
  }),
} as const;

type Sections = {
  [Section in keyof typeof valueSections]: z.output<(typeof valueSections)[Section]>;
};

/**
 * The rule values in force, by their dotted names (`transport.capFen`). The shape of `defaultConfig` in the policy
 * cases, and the desk's own day counts beside it.
 */
export type RuleValues = z.output<z.ZodObject<typeof common>> & Sections;

export const ruleValuesShape: Readonly<Record<string, z.ZodType>> = { ...common, ...valueSections };
const schema = z.strictObject(ruleValuesShape);

/** What is wrong with a set of values, by the path of each. */
export const faultsOfRuleValues = (values: unknown): (readonly PropertyKey[])[] =>
  (schema.safeParse(values).error?.issues ?? []).map(({ path }) => path);

/** @throws ZodError when a value is missing that cannot be left open, or is of the wrong kind */
export const parseRuleValues = (values: unknown): RuleValues => {
  // The sections come from the list of instruments, so their types are known above and not from the schema.
  // eslint-disable-next-line @typescript-eslint/consistent-type-assertions
  return schema.parse(values) as unknown as RuleValues;
};
