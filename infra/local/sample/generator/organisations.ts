import { withCreditCheck, withOrganisationCheck } from './check-characters.ts';
import { csvText, type CsvRecord } from './csv-text.ts';
import { counties, destinations, type Destination } from './places.ts';

export type Employer = { readonly creditCode: string; readonly name: string };

/** A company's made-up credit code: registry 9, category 1, its division and four letters of our choice. */
export const companyCode = (division: string, letters: string): string =>
  withCreditCheck(`91${division}${withOrganisationCheck(`MA0T${letters}`)}`);

/** The codes below are those of the policy cases, so that the same agencies and employers meet in both. */
export const agencyA = { creditCode: '91140106MA0TAAA172', name: '测试人力资源公司甲' };
export const agencyB = { creditCode: '91140106MA0TAAA25W', name: '测试人力资源公司乙' };
export const broker = { citizenId: '141124197509099999', name: '试劳务经纪人' };
export const enterprise = { creditCode: '91141124MA0TEEE15W', name: '测试企业' };
const workshopOfDaning = { creditCode: '91141030MA0TEEE238', name: '测试扶贫车间' };
const cooperative = { creditCode: '93140928MA0TEEE313', name: '测试农民专业合作社' };

/** A labour dispatch company of the same owner as agency A. */
export const dispatchOfA = {
  creditCode: companyCode('140106', 'DPT1'),
  name: '测试劳务派遣公司',
};

const numbered = (
  count: number,
  division: string,
  letters: string,
  name: (no: number) => string,
): Employer[] =>
  Array.from({ length: count }, (_, index) => ({
    creditCode: companyCode(division, `${letters}${index + 1}`),
    name: name(index + 1),
  }));

export const workshops = numbered(3, counties.linxian.code, 'WKP', (no) => `样例临县扶贫车间${no}号`);
export const localEnterprises = [
  enterprise,
  ...numbered(2, counties.linxian.code, 'LCE', (no) => `样例临县企业${no}号`),
];
export const school = { creditCode: companyCode('141102', 'TRN1'), name: '样例职业培训学校' };
export const base = { creditCode: companyCode('141124', 'BAE1'), name: '样例临县就业扶贫基地' };
export const ningwuWorkshops = numbered(1, counties.ningwu.code, 'NWW', (no) => `样例宁武扶贫车间${no}号`);
const farm = numbered(1, counties.linxian.code, 'FRM', (no) => `样例临县种植公司${no}号`);
export const farmEmployer = farm[0] ?? cooperative;

const away: readonly [Destination, string][] = [
  [destinations.kunshan, 'KNN'],
  [destinations.pudong, 'PDG'],
  [destinations.chaoyang, 'CHY'],
  [destinations.baoan, 'BAN'],
  [destinations.yinzhou, 'YNQ'],
  [destinations.binhai, 'BNH'],
  [destinations.xiaodian, 'XDN'],
  [destinations.yuci, 'YCQ'],
  [destinations.lishi, 'LHQ'],
  [destinations.xinfu, 'XFQ'],
];
const employersAway = new Map(
  away.map(([place, letters]) => [
    place.code,
    { creditCode: companyCode(place.code, `${letters}1`), name: `样例${place.name}电子厂` },
  ]),
);

/** The employer at a destination. @throws Error for a place without one */
export const employerAt = (code: string): Employer => {
  const found = employersAway.get(code);
  if (found === undefined) throw new Error(`The sample has no employer at ${code}`);
  return found;
};

const licence = (number: string, from: string, to: string) => ({
  许可证号: number,
  许可起始日期: from,
  许可截止日期: to,
});

const company = ({ creditCode, name }: Employer, type: string, more: CsvRecord = {}): CsvRecord => ({
  统一社会信用代码: creditCode,
  名称: name,
  类型: type,
  ...more,
});

const rows: CsvRecord[] = [
  company(agencyA, '人力资源服务机构', {
    所属集团: '测试人力集团',
    ...licence('样例人服证字2018第0001号', '2018-06-01', '2021-05-31'),
  }),
  company(agencyB, '人力资源服务机构', licence('样例人服证字2019第0002号', '2019-01-01', '2021-12-31')),
  company(
    { creditCode: companyCode(counties.linxian.code, 'AGX1'), name: '样例许可过期人力资源公司' },
    '人力资源服务机构',
    licence('样例人服证字2016第0003号', '2016-03-01', '2019-02-28'),
  ),
  { 统一社会信用代码: '12141124MB0TAAA37R', 名称: '测试县公共就业服务机构', 类型: '公共就业服务机构' },
  { 经纪人身份号码: broker.citizenId, 名称: broker.name, 类型: '劳务经纪人' },
  company(school, '职业培训机构', {
    ...licence('样例民教证2017第0007号', '2017-01-01', '2022-12-31'),
    许可类别: '职业培训办学许可',
  }),
  company({ creditCode: companyCode('141124', 'QTH1'), name: '样例劳务服务公司' }, '其他市场主体'),
  company({ creditCode: companyCode('141124', 'KEY1'), name: '样例黄河引水重点项目部' }, '重点项目'),
  company(dispatchOfA, '企业', { 所属集团: '测试人力集团' }),
  company(workshopOfDaning, '扶贫车间'),
  company(cooperative, '农民专业合作社'),
  ...[...workshops, ...ningwuWorkshops].map((employer) => company(employer, '扶贫车间')),
  ...localEnterprises.map((employer) => company(employer, '企业', { 企业规模: '小型', 扶贫企业: '是' })),
  company(base, '企业', { 企业规模: '小型' }),
  ...farm.map((employer) => company(employer, '农业龙头企业')),
  ...[...employersAway.values()].map((employer) => company(employer, '企业')),
];

export const organisationsCsv = (asOf: string): string =>
  csvText(
    [
      '统一社会信用代码',
      '经纪人身份号码',
      '名称',
      '类型',
      '企业规模',
      '扶贫企业',
      '所属集团',
      '许可证号',
      '许可类别',
      '许可起始日期',
      '许可截止日期',
      '数据日期',
    ],
    rows.map((row) => ({ ...row, 数据日期: asOf })),
  );
