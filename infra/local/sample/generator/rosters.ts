import { cast, strangers, type Worker } from './cast.ts';
import { asTyped } from './claimant.ts';
import { csvText, type CsvRecord } from './csv-text.ts';
import { addDays } from './days.ts';
import { dispatchOfA, employerAt, enterprise, type Employer } from './organisations.ts';
import { counties, destinations, type Destination } from './places.ts';

const columns = [
  '批次',
  '行号',
  '姓名',
  '公民身份号码',
  '手机号码',
  '推荐日期',
  '单位信用代码',
  '工作地',
  '合同编号',
  '合同类型',
  '签订日期',
  '起始日期',
  '终止日期',
  '备注',
];

type Placement = {
  readonly worker: Worker;
  readonly referredOn: string;
  readonly employer: Employer;
  readonly workplace: string;
  readonly type: '固定期限' | '无固定期限' | '以完成一定工作任务为期限';
  readonly signedOn: string;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly remark: string;
};

const placed = (
  workers: readonly Worker[],
  at: Pick<Destination, 'code'> & { readonly employer: Employer },
  signedOn: string,
  months12 = true,
): Placement[] =>
  workers.map((worker, index) => {
    const startsOn = addDays(signedOn, 1 + (index % 3));
    return {
      worker,
      referredOn: addDays(signedOn, -7),
      employer: at.employer,
      workplace: at.code,
      type: '固定期限',
      signedOn,
      startsOn,
      endsOn: addDays(startsOn, months12 ? 365 : 183),
      remark: '',
    };
  });

const away = (place: Destination) => ({ code: place.code, employer: employerAt(place.code) });
const atHome = { code: counties.linxian.code, employer: enterprise };

const but = (placements: readonly Placement[], remark: string, change: Partial<Placement>): Placement[] =>
  placements.map((placement) => ({ ...placement, remark, ...change }));

const { kunshan, pudong, yinzhou, xiaodian, chaoyang, yuci } = destinations;
const { seekers } = cast;

const batchesOfA: Placement[][] = [
  [
    ...placed(cast.kunshanFirst.slice(0, 12), away(kunshan), '2020-02-20'),
    ...placed(cast.yinzhou.slice(0, 8), away(yinzhou), '2020-03-06'),
    ...but(placed(cast.kunshanFirst.slice(12, 14), away(kunshan), '2020-01-31'), '合同在窗口期之前', {
      referredOn: '2020-01-20',
    }),
    ...but(placed(seekers.slice(0, 2), away(kunshan), '2020-04-08'), '合同不满6个月', {
      endsOn: '2020-07-31',
    }),
    ...but(placed(seekers.slice(2, 3), away(kunshan), '2020-04-08'), '以任务为期限', {
      type: '以完成一定工作任务为期限',
      endsOn: '',
    }),
    ...but(placed(strangers.slice(6, 7), away(kunshan), '2020-04-08'), '台账中没有此人', {}),
  ],
  [
    ...placed(cast.placedAtHome, atHome, '2020-04-15'),
    ...placed(cast.placedInTaiyuan, away(xiaodian), '2020-04-20', false),
    ...but(placed(seekers.slice(3, 5), away(pudong), '2020-05-06'), '无固定期限', {
      type: '无固定期限',
      endsOn: '',
    }),
    ...but(placed(seekers.slice(5, 6), away(xiaodian), '2020-05-06'), '用人单位是本机构关联企业', {
      employer: dispatchOfA,
    }),
    ...but(placed(cast.notPoor.slice(0, 2), away(pudong), '2020-02-26'), '非贫困劳动力', {}),
  ],
];

const batchesOfB: Placement[][] = [
  [
    ...placed(cast.pudong.slice(0, 9), away(pudong), '2020-02-25'),
    ...placed(cast.xiaodian.slice(0, 6), away(xiaodian), '2020-03-04'),
    // Agency A has placed these three as well, with an earlier contract.
    ...but(placed(cast.kunshanFirst.slice(0, 3), away(kunshan), '2020-03-02'), '两家机构申报同一人', {}),
    ...but(
      placed(cast.overseas.slice(0, 1), { code: 'JPN', employer: enterprise }, '2020-02-12'),
      '境外务工',
      {},
    ),
  ],
  [
    ...placed(cast.placedInBeijing, away(chaoyang), '2020-05-11'),
    ...placed(cast.placedInYuci, away(yuci), '2020-05-18', false),
    ...but(placed(seekers.slice(6, 7), away(yuci), '2020-05-18'), '推荐早于窗口期', {
      referredOn: '2020-01-28',
    }),
    ...but(placed(strangers.slice(7, 8), away(yuci), '2020-05-18'), '台账中没有此人', {}),
  ],
];

const rowsOf = (agency: 'A' | 'B', batches: readonly Placement[][]): CsvRecord[] =>
  batches.flatMap((placements, batch) =>
    placements.map(({ worker, employer, ...placement }, line) => ({
      批次: `${agency}-${batch + 1}`,
      行号: String(line + 1),
      姓名: worker.name,
      公民身份号码: line % 11 === 4 ? asTyped(worker.citizenId, line) : worker.citizenId,
      手机号码: worker.phone,
      推荐日期: placement.referredOn,
      单位信用代码: employer.creditCode,
      工作地: placement.workplace,
      合同编号: `HT2020-${agency}${batch + 1}-${String(line + 1).padStart(3, '0')}`,
      合同类型: placement.type,
      签订日期: placement.signedOn,
      起始日期: placement.startsOn,
      终止日期: placement.endsOn,
      备注: placement.remark,
    })),
  );

export const rosterOfACsv = (): string => csvText(columns, rowsOf('A', batchesOfA));
export const rosterOfBCsv = (): string => csvText(columns, rowsOf('B', batchesOfB));
