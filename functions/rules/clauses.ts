import type { Sentence } from '../contracts/scalars.ts';

/** A clause of the notice, numbered as POLICY numbers it, with its words. */
export type Clause = {
  readonly title: Sentence;
  /** The notice's own words; a test finds each in the notice. */
  readonly quote: string;
  /** Why no rule checks it, where none does. */
  readonly unchecked?: Sentence;
};

const service = (zh: string, en: string): Sentence => ({
  zh: `不涉及资金的就业服务：${zh}`,
  en: `An employment service without money: ${en}`,
});

export const clauses = {
  '一.1': {
    title: { zh: '采集核实贫困劳动力数据', en: 'Collect and verify data on poor workers' },
    quote: '从3月1日起，各级人社部门要按照全省劳动力“建档立卡”工作要求，将贫困劳动力纳入首批对象范围',
    unchecked: service('数据采集任务', 'collection tasks, to come with the services'),
  },
  '一.2': {
    title: { zh: '分类梳理', en: 'Sort workers into groups' },
    quote: '对劳动力信息分类汇总梳理，针对性做好培训和就业服务',
    unchecked: service('分类名单', 'lists to act on'),
  },
  '一.3': {
    title: { zh: '扶贫系统掌握意愿能力', en: 'Know intention and ability from the poverty system' },
    quote: '各级扶贫部门要利用全国扶贫开发信息系统精准掌握贫困劳动力就业意愿、就业能力、培训需求等情况',
    unchecked: service('数据导入', 'data that is imported'),
  },
  '一.4': {
    title: { zh: '部门数据共享同步', en: 'Keep the two departments’ data in step' },
    quote: '加强部门间信息共享和衔接，做好相关数据的同步动态更新',
    unchecked: {
      zh: '由登记数据导入和差异清单落实，不是申请的核验项。',
      en: 'Done by the registers’ import and the list of differences; no claim rests on it.',
    },
  },
  '一.5': {
    title: { zh: '岗位信息比对', en: 'Compare vacancies and workers' },
    quote: '以线上线下方式进行企业开复工和岗位需求信息比对分析',
    unchecked: service('岗位匹配', 'matching'),
  },
  '二.1': {
    title: { zh: '点对点输送、交通补助', en: 'Point-to-point trips, transport subsidy' },
    quote: '对有组织外出务工的贫困劳动力按规定落实不超过800元的一次性交通补助',
  },
  '二.2': {
    title: { zh: '劳务协作、职业介绍补贴', en: 'Labour cooperation, job placement subsidy' },
    quote:
      '2020年2月到6月底之前推荐劳动者在县内、省内、省外成功就业且与用人单位签订规定期限劳动合同的，按就业人数分别给予每人500元、800元、1000元职业介绍补贴',
  },
  '二.3': {
    title: { zh: '境外劳务输出', en: 'Labour export abroad' },
    quote: '对具备条件的，优先纳入输出范围，组织优势资源进行相关培训，按规定落实财政补贴政策',
  },
  '三.1': {
    title: { zh: '网上招聘、一对一服务', en: 'Online recruitment, one-to-one service' },
    quote: '对不具备上网条件的贫困劳动力，要组织专人通过电话、视频提供“一对一”精准对接服务',
    unchecked: service('网上招聘绿色通道和一对一服务', 'green channel and one-to-one service'),
  },
  '三.2': {
    title: { zh: '职业培训补贴', en: 'Training subsidy' },
    quote:
      '按规定完成职业工种理论培训课程内容和课时（一般不超过总课时的30%），视为有效成绩，直接参加实训操作培训，按照规定给予培训补贴',
  },
  '四.1': {
    title: { zh: '政府投入项目优先吸纳', en: 'Public projects hire poor workers first' },
    quote: '政府重大工程建设、以工代赈、生态扶贫、扶贫车间、光伏扶贫等财政投入项目，要优先吸纳贫困劳动力就业',
    unchecked: service('项目用工统计，优先没有数额', 'reported; “first” names no share'),
  },
  '四.2': {
    title: { zh: '搬迁安置预留岗位场地', en: 'Reserved posts and sites for relocation' },
    quote: '扶贫部门要预留岗位安置贫困劳动力和易地搬迁群众就业',
    unchecked: service('预留岗位和场地', 'reserved posts and sites'),
  },
  '四.3': {
    title: { zh: '吸纳就业补助、社会保险补贴', en: 'Hiring subsidy, social insurance subsidy' },
    quote:
      '对各类企业、扶贫车间、重点项目等招用贫困劳动力就业的，按规定落实一次性吸纳就业补助、社会保险补贴等',
  },
  '四.4': {
    title: { zh: '就业扶贫基地奖励', en: 'Award for employment bases' },
    quote: '对吸纳贫困劳动力达到规定要求的就业扶贫基地，各地要加快认定速度，按规定给予资金奖励',
  },
  '五.1': {
    title: { zh: '春耕备耕、务农就业', en: 'Farm work' },
    quote: '引导无法外出的贫困劳动力投入春耕备耕',
    unchecked: service('季节性岗位', 'seasonal jobs'),
  },
  '五.2': {
    title: { zh: '农资企业、农业经营主体吸纳补贴', en: 'Hiring subsidy for farm employers' },
    quote: '对吸纳贫困劳动力就业的各类农资企业、农业经营主体参照扶贫车间给予吸纳就业补贴',
  },
  '六.1': {
    title: { zh: '扶贫车间认定', en: 'Recognition of workshops' },
    quote:
      '对政府免费提供厂房车间的扶贫企业，招用贫困劳动力人数在 10 人以上的，可认定为扶贫车间，享受相关补贴政策',
  },
  '六.2': {
    title: { zh: '稳岗补贴', en: 'Retention allowance' },
    quote:
      '2020 年 2-6 月期间赴县以外务工或在当地扶贫车间、企业稳定就业的贫困劳动力，按照实际工作月数，给予每人每月 200 元稳岗补贴',
  },
  '六.3': {
    title: { zh: '临时公益岗位', en: 'Temporary public works posts' },
    quote:
      '各地可根据需要合理设立乡村防疫消杀、社区巡查、环境整治、生态管护、乡村建设等临时公益岗位，安置无法外出的贫困劳动力就业',
  },
  '七.1': {
    title: { zh: '定期联系', en: 'Regular contact' },
    quote: '定期联络对口帮扶贫困劳动力，关心他们的健康、生活和务工情况',
    unchecked: service('关爱联系', 'care contacts'),
  },
  '七.2': {
    title: { zh: '问题转交', en: 'Referrals' },
    quote: '对贫困劳动力反映的卫生防疫、生活保障等方面问题，及时转交相关部门帮助解决',
    unchecked: service('问题转交', 'referrals'),
  },
  '七.3': {
    title: { zh: '失业补助金', en: 'Unemployment assistance' },
    quote: '对受疫情影响失业的参保贫困劳动力，按照不高于当地失业保险金标准发放失业补助金',
  },
  '八.1': {
    title: { zh: '动态掌握、防止返贫', en: 'Watch for relapse into poverty' },
    quote: '要动态掌握贫困劳动力就业情况，及时提供有针对性的就业帮扶，切实防止因疫失业返贫',
    unchecked: service('就业监测预警', 'alerts'),
  },
  '八.2': {
    title: { zh: '工作情况报送', en: 'Reporting' },
    quote: '疫情影响期间开展工作的动态情况，请各地务必根据《关于做好疫情防控期间人社扶贫工作的通知》',
    unchecked: service('报表', 'reports'),
  },
} as const satisfies Readonly<Record<string, Clause>>;

const known: ReadonlyMap<string, Clause> = new Map(Object.entries(clauses));

/** A clause by its number; undefined where the notice has none of that number. */
export const clauseOf = (id: string): Clause | undefined => known.get(id);
