import { csvText } from '../infra/local/sample/generator/csv-text.ts';
import { addDays } from '../infra/local/sample/generator/days.ts';
import { withCitizenCheck } from '../infra/local/sample/generator/check-characters.ts';

export type MadeUpWorker = { readonly name: string; readonly citizenId: string };

/** The county whose desk is measured, and the trip that took everybody away. */
export const county = '141124';
export const trip = { tripId: 'BENCH-1', departsOn: '2020-03-12', destination: '320583', fareFen: 55_300 };

const asOf = '2020-06-12';
/** A neighbouring county's address code, so that nobody here is one of the sample's workers. */
const addressCode = '141129';

/** Nobody: four sequence numbers that no living person was given, on each birthday from 1960 on. */
export const madeUpWorkers = (count: number): MadeUpWorker[] =>
  Array.from({ length: count }, (_, index) => {
    const bornOn = addDays('1960-01-01', Math.floor(index / 4)).replaceAll('-', '');
    return { name: '测试工人', citizenId: withCitizenCheck(`${addressCode}${bornOn}${996 + (index % 4)}`) };
  });

const table = (rows: readonly Readonly<Record<string, string>>[]): string =>
  csvText(Object.keys(rows[0] ?? {}), rows);

const workerRow = ({ name, citizenId }: MadeUpWorker) => ({
  公民身份号码: citizenId,
  姓名: name,
  户籍县: county,
  识别日期: '2014-05-31',
  劳动能力: '普通劳动力',
  易地搬迁: '否',
  数据日期: asOf,
});

const seatRow = ({ citizenId }: MadeUpWorker) => ({
  车次编号: trip.tripId,
  公民身份号码: citizenId,
  组织方: '政府',
  出发日期: trip.departsOn,
  目的地: trip.destination,
  免费: '否',
  数据日期: asOf,
});

/** Register files that let every claim pass without an exception, and a fund that can pay them all. */
export const registerFilesOf = (workers: readonly MadeUpWorker[]) => ({
  workers: table(workers.map(workerRow)),
  trips: table(workers.map(seatRow)),
  funds: table([
    {
      县: county,
      年度: '2020',
      下达金额: `${1_200_000 + workers.length * 1000}.00`,
      文件依据: '样例财社〔2020〕24号（压测追加）',
      数据日期: '2020-06-15',
    },
  ]),
});
