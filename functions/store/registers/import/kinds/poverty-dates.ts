import { birthDateOf } from '../../../../contracts/citizen-id.ts';
import type { WorkerRecord } from '../../../../contracts/registers/worker.ts';
import type { IsoDate } from '../../../../contracts/scalars.ts';
import { dayAfter, dayBefore } from '../neighbour-days.ts';
import type { Fault } from '../register-kind.ts';
import { endsBeforeStart } from './common-columns.ts';
import type { WorkerRow as Row } from './worker-columns.ts';

const inOrder = (earlier: IsoDate | undefined, later: IsoDate | undefined): boolean =>
  later === undefined || (earlier !== undefined && earlier < later);

const datesOutOfOrder = {
  code: 'POVERTY_DATES_ORDER',
  problem: {
    zh: '日期顺序不对：应先识别，再脱贫，最后停止享受政策。',
    en: 'The dates are out of order: identified, then lifted, then ended.',
  },
  mend: {
    zh: '请核对三个日期；脱贫前必须有识别日期。',
    en: 'Check the three dates; lifting needs an earlier identification.',
  },
};

const bornAfter = {
  code: 'BORN_IN_FUTURE',
  problem: { zh: '出生日期晚于数据日期。', en: 'The birth date lies after the as-of date.' },
  mend: endsBeforeStart.mend,
};

/** What is wrong with a worker's row by itself. */
export const workerFaults = (row: Row, asOf: IsoDate): Fault<Row>[] => [
  ...(inOrder(row.identifiedOn, row.liftedOn)
    ? []
    : [{ column: 'liftedOn' as const, remark: datesOutOfOrder }]),
  ...(inOrder(row.liftedOn ?? row.identifiedOn, row.endedOn)
    ? []
    : [{ column: 'endedOn' as const, remark: datesOutOfOrder }]),
  ...(birthDateOf(row.citizenId) > asOf ? [{ column: 'citizenId' as const, remark: bornAfter }] : []),
];

/** The poverty register's dates as periods, both days included. */
export const povertyStatuses = ({
  identifiedOn,
  liftedOn,
  endedOn,
}: Row): WorkerRecord['povertyStatuses'] => {
  if (identifiedOn === undefined) return [];
  const end = endedOn === undefined ? {} : { endsOn: dayBefore(endedOn) };
  if (liftedOn === undefined) return [{ status: 'REGISTERED_POOR', startsOn: identifiedOn, ...end }];
  return [
    { status: 'REGISTERED_POOR', startsOn: identifiedOn, endsOn: dayBefore(liftedOn) },
    { status: 'LIFTED_STILL_ASSISTED', startsOn: liftedOn, ...end },
  ];
};

type Dates = Pick<Row, 'identifiedOn' | 'liftedOn' | 'endedOn'>;

/** The periods as the register's three dates again. */
export const povertyDates = (statuses: WorkerRecord['povertyStatuses']): Dates => {
  const startOf = (wanted: string) => statuses.find(({ status }) => status === wanted)?.startsOn;
  const end = statuses.at(-1)?.endsOn;
  return {
    identifiedOn: startOf('REGISTERED_POOR'),
    liftedOn: startOf('LIFTED_STILL_ASSISTED'),
    endedOn: end === undefined ? undefined : dayAfter(end),
  };
};
