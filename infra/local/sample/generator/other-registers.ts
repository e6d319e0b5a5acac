import type { Worker } from './cast.ts';
import { csvText, type CsvRecord } from './csv-text.ts';
import { base, enterprise, farmEmployer, school } from './organisations.ts';
import { otherCast, recognisedWorkshop, reliefEnterprise } from './other-cast.ts';
import { counties } from './places.ts';

const linxian = counties.linxian.code;
const table = (asOf: string, rows: readonly CsvRecord[]): string =>
  csvText(
    [...Object.keys(rows[0] ?? {}), '数据日期'],
    rows.map((row) => ({ ...row, 数据日期: asOf })),
  );

/** Seven months in the workshop and on the farm; one worker earned less than the subsidy asks for. */
export const wageMonths = [
  '2019-11',
  '2019-12',
  '2020-01',
  '2020-02',
  '2020-03',
  '2020-04',
  '2020-05',
] as const;
export const payFen = (worker: Worker): number => (worker === otherCast.inWorkshop[2] ? 800_00 : 1500_00);

const wages = [
  ...otherCast.inWorkshop.map((worker) => ({ worker, employer: recognisedWorkshop })),
  ...otherCast.onFarm.map((worker) => ({ worker, employer: farmEmployer })),
].flatMap(({ worker, employer }) =>
  wageMonths.map((month) => ({
    公民身份号码: worker.citizenId,
    工资月份: month,
    单位信用代码: employer.creditCode,
    应发工资: (payFen(worker) / 100).toFixed(2),
    发放日期: `${month}-28`,
  })),
);

export const insuredMonths = ['2019-11', '2019-12', '2020-01'] as const;
export const insuranceFen = { 养老: 480_00, 医疗: 210_00, 失业: 21_00 } as const;
const employeeYuan = { 养老: '240.00', 医疗: '60.00', 失业: '9.00' } as const;

const contributions = [...otherCast.insured, ...otherCast.unemployed].flatMap((worker) =>
  insuredMonths.flatMap((month) =>
    (['养老', '医疗', '失业'] as const).map((line) => ({
      公民身份号码: worker.citizenId,
      费款所属月份: month,
      险种: line,
      单位信用代码: enterprise.creditCode,
      单位缴费: (insuranceFen[line] / 100).toFixed(2),
      个人缴费: employeeYuan[line],
      减免金额: '0.00',
      到账日期: `${month}-15`,
    })),
  ),
);

export const course = {
  id: 'KC2020-01',
  from: '2020-04-13',
  to: '2020-04-24',
  days: 10,
  onlineMinutes: 1440,
  practiceMinutes: 3360,
} as const;
const platform = '中国职业培训在线';

/** 80 hours: 24 of theory online, exactly 30 %, and 56 of practice. */
const lessons = [
  ...[1, 2, 3, 4].map((no) => ({ id: `L${no}`, kind: '理论', minutes: 360, on: `2020-04-${12 + no}` })),
  ...[1, 2, 3, 4, 5, 6, 7, 8].map((no) => ({
    id: `S${no}`,
    kind: '实训',
    minutes: 420,
    on: `2020-04-${16 + no}`,
  })),
];

const courses = lessons.map(({ id, kind, minutes }) => ({
  课程编号: course.id,
  培训机构信用代码: school.creditCode,
  职业工种代码: '4-10-05-01',
  培训类型: '就业技能',
  计划总分钟: '4800',
  培训天数: String(course.days),
  开班日期: course.from,
  结业日期: course.to,
  线上平台: platform,
  课节编号: id,
  课节类型: kind,
  课节分钟: String(minutes),
}));

/** The third trainee failed the assessment. */
const attendance = [...otherCast.trainees, ...otherCast.relocatedTrainee].flatMap((worker, index) =>
  lessons.map(({ id, kind, minutes, on }) => ({
    课程编号: course.id,
    公民身份号码: worker.citizenId,
    课节编号: id,
    学习方式: kind === '理论' ? '线上理论' : '实训',
    学习日期: on,
    学习分钟: String(minutes),
    线上平台: kind === '理论' ? platform : '',
    登录设备: kind === '理论' ? `SJ-${index + 1}` : '',
    考核合格: index === 2 ? '否' : '是',
    证书编号: index === 2 ? '' : `样例证2020-${index + 1}`,
  })),
);

const premises = [
  {
    场地编号: 'CD-01',
    使用单位信用代码: reliefEnterprise.creditCode,
    所在县: linxian,
    提供方: '样例乡人民政府',
    提供方类别: '政府',
    月租金: '0.00',
    开始日期: '2020-01-01',
    结束日期: '2022-12-31',
    现场核查日期: '2020-05-20',
  },
];

const recognition = (no: string, code: string, kind: string, level: string): CsvRecord => ({
  认定编号: no,
  单位信用代码: code,
  认定类别: kind,
  认定级别: level,
  认定县: linxian,
  认定日期: '2019-06-01',
  认定状态: '有效',
  状态起始日期: '2019-06-01',
});
const recognitions = [
  recognition('样例车间认〔2019〕1号', recognisedWorkshop.creditCode, '扶贫车间', '县级'),
  recognition('样例基地认〔2019〕1号', base.creditCode, '就业扶贫基地', '省级'),
];

const posts = [
  {
    岗位编号: 'GW2020-01',
    岗位类别: '防疫消杀',
    所在县: linxian,
    岗位数: '5',
    资金来源: '统筹整合扶贫资金',
    开始日期: '2020-03-01',
    结束日期: '2020-06-30',
    批准日期: '2020-02-25',
  },
];

const overseas = otherCast.overseas.map((worker) => ({
  公民身份号码: worker.citizenId,
  列入日期: '2020-01-10',
  具备条件: '是',
  行前培训分钟: '2400',
}));

/** The registers behind the other instruments as CSV, by file name. */
export const otherRegisterFiles = (asOf: string): Readonly<Record<string, string>> => ({
  'wages.csv': table(asOf, wages),
  'contributions.csv': table(asOf, contributions),
  'courses.csv': table(asOf, courses),
  'attendance.csv': table(asOf, attendance),
  'premises.csv': table(asOf, premises),
  'recognitions.csv': table(asOf, recognitions),
  'posts.csv': table(asOf, posts),
  'overseas.csv': table(asOf, overseas),
});
