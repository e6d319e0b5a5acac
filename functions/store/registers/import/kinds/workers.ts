import { birthDateOf, maskName } from '../../../contracts/citizen-id.ts';
import { maskPhone, phone } from '../../../contracts/phone.ts';
import type { WorkerRecord } from '../../../contracts/registers.ts';
import type { IsoDate } from '../../../contracts/scalars.ts';
import type { Vault } from '../../../platform/vault.ts';
import { workerKey } from '../../keys.ts';
import { readColumns, type ValuesOf } from '../csv/column.ts';
import { contractCell, filled, maybe, textOf, withoutNote, wordCell, yesNoCell } from '../csv/readers.ts';
import { openIdentity, sealIdentity, type Identity } from '../sealed-identity.ts';
import { workerItem, type WorkerItem } from '../worker-item.ts';
import {
  asOfColumn,
  citizenIdColumn,
  countyCell,
  endsBeforeStart,
  maybeDateColumn,
} from './common-columns.ts';
import { compare } from './compare.ts';
import { putIfUnchanged } from './put-if-unchanged.ts';
import { nextSource, type Fault, type RegisterKind } from './register-kind.ts';
import { dayBefore } from './day-before.ts';
import { without } from './without.ts';

const wrongPhone = {
  code: 'PHONE_WRONG',
  problem: { zh: '不是手机号码。', en: 'This is not a mobile number.' },
  mend: { zh: '请填写 11 位手机号码，或留空。', en: 'Write its 11 digits, or leave the cell empty.' },
};

const columns = {
  citizenId: citizenIdColumn,
  name: { zh: ['姓名'], en: 'name', kind: 'text', optional: false, read: filled(textOf(50)), mask: maskName },
  phone: {
    zh: ['手机号码', '联系电话'],
    en: 'phone',
    kind: 'code',
    optional: true,
    read: maybe(withoutNote(contractCell(phone, wrongPhone))),
    mask: maskPhone,
  },
  homeDivision: {
    zh: ['户籍县', '户籍县代码'],
    en: 'home_division',
    kind: 'code',
    optional: false,
    read: filled(countyCell),
  },
  resettlementDivision: {
    zh: ['安置县', '安置县代码'],
    en: 'resettlement_division',
    kind: 'code',
    optional: true,
    read: maybe(countyCell),
  },
  /** The three dates of the poverty register; all empty for a worker who was never in it. */
  identifiedOn: maybeDateColumn(['识别日期', '建档立卡日期'], 'identified_on'),
  liftedOn: maybeDateColumn(['脱贫日期'], 'lifted_on'),
  endedOn: maybeDateColumn(['停止享受政策日期'], 'ended_on'),
  workCapacity: {
    zh: ['劳动能力'],
    en: 'work_capacity',
    kind: 'code',
    optional: false,
    read: filled(
      wordCell({
        ABLE: ['普通劳动力', '有'],
        PARTIAL: ['弱劳动力', '半劳动力'],
        LOST: ['丧失劳动力'],
        NONE: ['无劳动力', '无'],
      }),
    ),
  },
  relocated: { zh: ['易地搬迁'], en: 'relocated', kind: 'code', optional: false, read: filled(yesNoCell) },
  asOf: asOfColumn,
} as const;
type Row = ValuesOf<typeof columns>;

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

const faultsOf = (row: Row, asOf: IsoDate): Fault<Row>[] => [
  ...(inOrder(row.identifiedOn, row.liftedOn)
    ? []
    : [{ column: 'liftedOn' as const, remark: datesOutOfOrder }]),
  ...(inOrder(row.liftedOn ?? row.identifiedOn, row.endedOn)
    ? []
    : [{ column: 'endedOn' as const, remark: datesOutOfOrder }]),
  ...(birthDateOf(row.citizenId) > asOf ? [{ column: 'citizenId' as const, remark: bornAfter }] : []),
];

/** The poverty register's dates as periods, both days included. */
const povertyStatuses = ({ identifiedOn, liftedOn, endedOn }: Row): WorkerRecord['povertyStatuses'] => {
  if (identifiedOn === undefined) return [];
  const end = endedOn === undefined ? {} : { endsOn: dayBefore(endedOn) };
  if (liftedOn === undefined) return [{ status: 'REGISTERED_POOR', startsOn: identifiedOn, ...end }];
  return [
    { status: 'REGISTERED_POOR', startsOn: identifiedOn, endsOn: dayBefore(liftedOn) },
    { status: 'LIFTED_STILL_ASSISTED', startsOn: liftedOn, ...end },
  ];
};

type Facts = Omit<WorkerRecord, 'subject' | 'spells' | 'seats' | 'source'>;

const factsOf = (row: Row): Facts => ({
  birthDate: birthDateOf(row.citizenId),
  homeDivision: row.homeDivision,
  ...(row.resettlementDivision !== undefined && { resettlementDivision: row.resettlementDivision }),
  povertyStatuses: povertyStatuses(row),
  workCapacity: row.workCapacity,
  relocated: row.relocated,
});

const identityOf = ({ name, citizenId, phone: number }: Row): Identity => ({
  name,
  citizenId,
  ...(number !== undefined && { phone: number }),
});

const contentOf = (stored: WorkerItem, vault: Vault) => ({
  content: [
    without(stored.record, 'subject', 'spells', 'seats', 'source'),
    openIdentity(vault, stored.pk, stored.identitySealed),
  ],
  source: stored.record.source,
});

/** Spells and seats come from registers of their own; a new row about the worker leaves them as they are. */
const kept = (stored: WorkerItem | undefined): Pick<WorkerRecord, 'spells' | 'seats'> => ({
  spells: stored?.record.spells ?? [],
  seats: stored?.record.seats ?? [],
});

export const workers: RegisterKind<Row, WorkerItem> = {
  register: 'workers',
  readFile: (file) => readColumns(columns, file),
  faultsOf,
  identityOf: ({ citizenId }) => ({ text: citizenId, column: 'citizenId' }),
  keyOf: ({ citizenId }, vault) => workerKey(vault.lookup('citizen', citizenId)),
  labelOf: ({ name }) => maskName(name),
  parse: (item) => workerItem.parse(item),
  apply: (stored, row, { vault, asOf }) => {
    const facts = factsOf(row);
    const identity = identityOf(row);
    const compared = compare(stored && contentOf(stored, vault), [facts, identity], asOf);
    if ('remark' in compared) return { fault: { column: 'asOf', remark: compared.remark } };
    const subject = vault.lookup('citizen', row.citizenId);
    const key = workerKey(subject);
    const source = nextSource('workers', asOf, stored?.record.source);
    return {
      action: compared.action,
      item: {
        ...key,
        revision: stored?.revision ?? 0,
        maskedName: maskName(row.name),
        identitySealed: sealIdentity(vault, key.pk, identity),
        record: { subject, ...facts, ...kept(stored), source },
      },
    };
  },
  write: putIfUnchanged,
};
