import { allWorkers, type Worker } from './cast.ts';
import { csvText, type CsvRecord } from './csv-text.ts';
import { organisationsCsv } from './organisations.ts';
import { otherWorkers } from './other-cast.ts';
import { otherRegisterFiles } from './other-registers.ts';
import { counties } from './places.ts';

const everybody: readonly Worker[] = [...allWorkers, ...otherWorkers];

/** The day on which all registers of the sample were taken. */
export const asOf = '2020-06-12';

const villages = ['样例一村', '样例二村', '样例三村', '样例四村'] as const;

/** No township has the number 999: these villages are nowhere. */
const villageOf = ({ county }: Worker, no: number) => ({
  户籍村代码: `${county}99920${(no % villages.length) + 1}`,
  户籍村: villages[no % villages.length] ?? '',
});

const workerRow = (worker: Worker, no: number): CsvRecord => ({
  公民身份号码: worker.citizenId,
  姓名: worker.name,
  手机号码: worker.phone,
  户籍县: worker.county,
  安置县: worker.resettlementCounty,
  ...villageOf(worker, no),
  识别日期: worker.identifiedOn,
  脱贫日期: worker.liftedOn,
  停止享受政策日期: worker.endedOn,
  劳动能力: worker.workCapacity,
  易地搬迁: worker.relocated ? '是' : '否',
  数据日期: asOf,
});

const spellRow = ({ citizenId, job }: Worker, no: number): CsvRecord[] =>
  job === undefined
    ? []
    : [
        {
          就业登记号: `JY2020${String(no + 1).padStart(5, '0')}`,
          公民身份号码: citizenId,
          就业形式: job.kind,
          单位信用代码: job.employer.creditCode,
          单位名称: job.employer.name,
          工作地: job.workplace,
          开始日期: job.startsOn,
          结束日期: job.endsOn,
          有工资凭证: job.wageProof ? '是' : '否',
          数据日期: asOf,
        },
      ];

const seatRow = ({ citizenId, trip }: Worker): CsvRecord[] =>
  trip === undefined
    ? []
    : [
        {
          车次编号: trip.tripId,
          公民身份号码: citizenId,
          组织方: trip.organiser,
          出发日期: trip.departsOn,
          目的地: trip.destination.code,
          免费: trip.free ? '是' : '否',
          数据日期: asOf,
        },
      ];

const fund = (county: keyof typeof counties, yuan: string): CsvRecord => ({
  县: counties[county].code,
  年度: '2020',
  下达金额: yuan,
  文件依据: `样例财社〔2020〕${counties[county].code.slice(4)}号`,
  数据日期: asOf,
});

const funds: CsvRecord[] = [
  fund('linxian', '1200000.00'),
  fund('ningwu', '300000.00'),
  fund('daning', '200000.00'),
  fund('guangling', '200000.00'),
  fund('wuzhai', '200000.00'),
];

const table = (rows: readonly CsvRecord[]): string => csvText(Object.keys(rows[0] ?? {}), rows);

/** The registers as CSV, by file name. */
export const registerFiles = (): Readonly<Record<string, string>> => ({
  'workers.csv': table(everybody.map(workerRow)),
  'organisations.csv': organisationsCsv(asOf),
  'spells.csv': table(everybody.flatMap(spellRow)),
  'trips.csv': table(
    allWorkers.flatMap(seatRow).sort((a, b) => (a['车次编号'] ?? '').localeCompare(b['车次编号'] ?? '')),
  ),
  'funds.csv': table(funds),
  ...otherRegisterFiles(asOf),
});
