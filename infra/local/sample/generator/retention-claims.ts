import { cast, strangers, type Job, type Worker } from './cast.ts';
import { asTyped, claimant } from './claimant.ts';
import { csvText, type CsvRecord } from './csv-text.ts';
import { employerAt } from './organisations.ts';
import { destinations } from './places.ts';

const columns = [
  '申请编号',
  '代办人',
  '代办关系',
  '同意方式',
  '姓名',
  '公民身份号码',
  '手机号码',
  '收款人',
  '开户银行',
  '账户类型',
  '账号',
  '就业形式',
  '单位名称',
  '单位信用代码',
  '工作地',
  '开始日期',
  '结束日期',
  '有工资凭证',
  '备注',
];

/** The claims were filed on 15 June; that day is the fifteenth of its month, which makes June count. */
const untilFiling = '2020-06-15';
const windowStart = '2020-02-01';

type Spell = Omit<Job, 'endsOn'> & { readonly endsOn: string };
type Filed = {
  readonly worker: Worker;
  readonly spells: readonly Spell[];
  readonly remark: string;
  readonly filedBy: string;
};

/** The worker's own job, as far as it lies in the window. */
const ownJob = (worker: Worker, until: string): Spell[] =>
  worker.job === undefined
    ? []
    : [
        {
          ...worker.job,
          startsOn: worker.job.startsOn < windowStart ? windowStart : worker.job.startsOn,
          endsOn: until,
        },
      ];

const filed = (workers: readonly Worker[], remark = '', until = untilFiling, filedBy = 'village'): Filed[] =>
  workers.map((worker) => ({ worker, spells: ownJob(worker, until), remark, filedBy }));

const away = (startsOn: string, endsOn: string): Spell => ({
  kind: '县外务工',
  employer: employerAt(destinations.pudong.code),
  workplace: destinations.pudong.code,
  startsOn,
  endsOn,
  wageProof: true,
});

/** Two stretches one after the other: worked to the end of April, and again from May. */
const inTwo = ({ worker, spells, filedBy }: Filed): Filed => ({
  worker,
  spells: spells.flatMap((spell) => [
    { ...spell, endsOn: '2020-04-30' },
    { ...spell, startsOn: '2020-05-01' },
  ]),
  remark: '两段就业',
  filedBy,
});

const claims: Filed[] = [
  ...filed(cast.awayAllAlong),
  ...filed(cast.kunshanFirst.slice(0, 10)),
  ...filed(cast.pudong.slice(2, 10), '', '2020-05-31'),
  ...filed(cast.chaoyang.slice(4, 12)).map(inTwo),
  ...filed(cast.baoan.slice(6, 12)),
  ...filed(cast.xiaodian.slice(4, 10)),
  ...filed(cast.yinzhou.slice(8, 12)),
  ...filed(cast.freeCoach.slice(0, 6)),
  ...filed(cast.leftAlone.slice(0, 3), '自行外出，稳岗不要求有组织'),
  ...filed(cast.workshop.slice(0, 12)),
  ...filed(cast.workshopLate.slice(0, 6), '三月不足15天'),
  ...filed(cast.enterprise.slice(0, 8)),
  ...filed(cast.withoutProof, '没有工资凭证'),
  ...filed(cast.farm),
  ...filed(cast.selfEmployed, '县内自主创业'),
  ...filed(cast.publicPost, '公益岗位'),
  // Ten days in February and ten in March: no month reaches fifteen.
  ...filed(cast.workshop.slice(12, 14), '没有满15天的月份').map((claim) => ({
    ...claim,
    spells: claim.spells.map((spell) => ({ ...spell, startsOn: '2020-03-22', endsOn: '2020-04-10' })),
  })),
  ...filed(cast.notPoor.slice(3, 6), '非贫困劳动力'),
  ...filed(cast.unableToWork, '丧失劳动能力'),
  ...strangers.slice(3, 6).map((worker) => ({
    worker,
    spells: [away('2020-03-02', untilFiling)],
    remark: '台账中没有此人',
    filedBy: 'village',
  })),
  // Months that the worker's first claim has already.
  ...filed(cast.pudong.slice(2, 5), '月份重复申请'),
  ...filed(cast.ningwuChaoyang.slice(0, 7), '', untilFiling, 'village-ningwu'),
  ...filed(cast.ningwuWorkshop.slice(0, 6), '', untilFiling, 'village-ningwu'),
  // For the three stories of the demo.
  ...filed(cast.lishi.slice(3, 4), '演示：开始日期填错，将被退回补正').map((claim) => ({
    ...claim,
    spells: claim.spells.map((spell) => ({ ...spell, startsOn: '2020-02-26' })),
  })),
  ...filed(cast.lishi.slice(4, 5), '演示：公示期间有人提出异议'),
  ...filed(cast.lishi.slice(5, 6), '演示：银行将退回付款'),
];

const rowsOf = (claim: Filed, index: number): CsvRecord[] => {
  const { worker, spells, remark, filedBy } = claim;
  const typed = index % 29 === 3 || (worker.citizenId.endsWith('X') && index % 2 === 1);
  return spells.map((spell) => ({
    ...claimant(`R-${String(index + 1).padStart(3, '0')}`, worker, filedBy),
    ...(typed && { 公民身份号码: asTyped(worker.citizenId, index) }),
    就业形式: spell.kind,
    单位名称: spell.employer.name,
    单位信用代码: spell.employer.creditCode,
    工作地: spell.workplace,
    开始日期: spell.startsOn,
    结束日期: spell.endsOn,
    有工资凭证: spell.wageProof ? '是' : '否',
    备注: remark,
  }));
};

export const retentionClaimsCsv = (): string => csvText(columns, claims.flatMap(rowsOf));

/** The rows of the claim that is returned, as the village corrects them. */
export const correctionsCsv = (): string => {
  const rows = claims.flatMap((claim, index) =>
    claim.remark.includes('退回补正')
      ? rowsOf({ ...claim, spells: ownJob(claim.worker, untilFiling), remark: '补正' }, index)
      : [],
  );
  return csvText(columns, rows);
};
