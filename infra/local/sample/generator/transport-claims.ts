import { cast, strangers, trips, type Trip, type Worker } from './cast.ts';
import { asTyped, claimant } from './claimant.ts';
import { csvText, type CsvRecord } from './csv-text.ts';
import { employerAt } from './organisations.ts';
import { destinations, type Destination } from './places.ts';

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
  '出发日期',
  '工作地',
  '单位名称',
  '组织方',
  '行程编号',
  '交通方式',
  '起点',
  '终点',
  '乘车日期',
  '票价元',
  '承担方',
  '备注',
];

const yuan = (fareFen: number): string => (fareFen / 100).toFixed(2);
const modes = { TRAIN: '火车', COACH: '客车' } as const;

type Journey = {
  readonly organiser: string;
  readonly tripId: string;
  readonly departsOn: string;
  readonly to: Pick<Destination, 'code' | 'mode' | 'fareFen'>;
  readonly employerName: string;
  readonly paidBy: '本人' | '政府';
  /** A coach to the railway station first. */
  readonly feederFen?: number;
};

const onTrip = ({ tripId, organiser, departsOn, destination, free }: Trip): Journey => ({
  organiser,
  tripId,
  departsOn,
  to: free ? { ...destination, fareFen: 0 } : destination,
  employerName: employerAt(destination.code).name,
  paidBy: free ? '政府' : '本人',
});

const onFoot = (to: Destination, departsOn: string, employerName: string): Journey => ({
  organiser: '无',
  tripId: '',
  departsOn,
  to,
  employerName,
  paidBy: '本人',
});

type Filed = {
  readonly worker: Worker;
  readonly journey: Journey;
  readonly remark: string;
  readonly filedBy: string;
};

const filed = (worker: Worker, journey: Journey, remark = '', filedBy = 'village'): Filed => ({
  worker,
  journey,
  remark,
  filedBy,
});

const travellers = (workers: readonly Worker[], remark = '', filedBy = 'village'): Filed[] =>
  workers.flatMap((worker) => (worker.trip ? [filed(worker, onTrip(worker.trip), remark, filedBy)] : []));

const withFeeder = (claims: readonly Filed[]): Filed[] =>
  claims.map((claim) => ({ ...claim, journey: { ...claim.journey, feederFen: 28_00 } }));

const workshopCoach: Journey = {
  organiser: '村委会',
  tripId: '',
  departsOn: '2020-03-01',
  to: { code: '141124', mode: 'COACH', fareFen: 12_00 },
  employerName: '样例临县扶贫车间1号',
  paidBy: '本人',
};
const toJapan: Journey = {
  organiser: '人力资源机构',
  tripId: '',
  departsOn: '2020-02-18',
  to: { code: 'JPN', mode: 'TRAIN', fareFen: 790_00 },
  employerName: '样例海外农场',
  paidBy: '本人',
};

const claims: Filed[] = [
  ...travellers(cast.kunshanFirst.slice(0, 6)),
  ...withFeeder(travellers(cast.kunshanFirst.slice(6, 12), '两段车票')),
  ...travellers(cast.pudong.slice(0, 10)),
  ...travellers(cast.chaoyang.slice(0, 9)),
  ...withFeeder(travellers(cast.baoan.slice(0, 10), '票价超过800元上限')),
  ...travellers(cast.xiaodian.slice(0, 9)),
  ...travellers(cast.yinzhou.slice(0, 9)),
  ...travellers(cast.freeCoach.slice(0, 5), '免费专车'),
  ...travellers(cast.kunshanSecond.slice(0, 9)),
  ...travellers(cast.yuci.slice(0, 5)),
  ...travellers(cast.lishi.slice(0, 3)),
  ...travellers(cast.oldCards, '老证件地址码'),
  ...cast.leftAlone
    .slice(0, 4)
    .map((worker) =>
      filed(
        worker,
        onFoot(destinations.xiaodian, worker.job?.startsOn ?? '', '样例小店区电子厂'),
        '自行外出',
      ),
    ),
  ...cast.workshop.slice(0, 3).map((worker) => filed(worker, workshopCoach, '县内交通')),
  ...travellers(cast.underAge, '未满16周岁'),
  ...travellers(cast.notPoor.slice(0, 3), '非贫困劳动力'),
  ...travellers(cast.leftTheList, '已停止享受政策'),
  ...cast.overseas.map((worker) => filed(worker, toJapan, '境外务工')),
  ...strangers.slice(0, 3).map((worker) => filed(worker, onTrip(trips.pudong), '台账中没有此人')),
  ...cast.seekers.slice(7, 9).map((worker) => filed(worker, onTrip(trips.kunshanSecond), '名单上没有此人')),
  // The same worker once more, a fortnight later.
  ...travellers(cast.pudong.slice(0, 3), '重复申请'),
  ...travellers(cast.ningwuChaoyang.slice(0, 8), '', 'village-ningwu'),
  ...travellers(cast.ningwuXinfu.slice(0, 5), '', 'village-ningwu'),
];

const legs = ({ worker, journey: { to, feederFen } }: Filed) => {
  const last = { mode: to.mode, from: worker.county, to: to.code, fareFen: to.fareFen };
  if (feederFen === undefined) return [last];
  const station = destinations.lishi.code;
  return [
    { mode: 'COACH' as const, from: worker.county, to: station, fareFen: feederFen },
    { ...last, from: station },
  ];
};

const rowsOf = (claim: Filed, index: number): CsvRecord[] => {
  const { worker, journey, remark, filedBy } = claim;
  const typed = index % 23 === 5 || (worker.citizenId.endsWith('X') && index % 2 === 0);
  return legs(claim).map((leg) => ({
    ...claimant(`T-${String(index + 1).padStart(3, '0')}`, worker, filedBy),
    ...(typed && { 公民身份号码: asTyped(worker.citizenId, index) }),
    出发日期: journey.departsOn,
    工作地: journey.to.code,
    单位名称: journey.employerName,
    组织方: journey.organiser,
    行程编号: journey.tripId,
    交通方式: modes[leg.mode],
    起点: leg.from,
    终点: leg.to,
    乘车日期: journey.departsOn,
    票价元: yuan(leg.fareFen),
    承担方: journey.paidBy,
    备注: remark,
  }));
};

export const transportClaimsCsv = (): string => csvText(columns, claims.flatMap(rowsOf));
