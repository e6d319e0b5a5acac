import { creditCode } from '../../../contracts/credit-code.ts';
import { maskCitizenId, maskName } from '../../../contracts/citizen-id.ts';
import type { OrganisationRecord } from '../../../contracts/registers.ts';
import type { Sentence } from '../../../contracts/scalars.ts';
import type { Vault } from '../../../platform/vault.ts';
import { organisationKey } from '../../keys.ts';
import { readColumns, type ValuesOf } from '../csv/column.ts';
import { contractCell, filled, maybe, textOf, wordCell } from '../csv/readers.ts';
import { openIdentity, sealIdentity, type Identity } from '../sealed-identity.ts';
import { organisationItem, type OrganisationItem } from '../organisation-item.ts';
import {
  asOfColumn,
  citizenIdCell,
  citizenIdColumn,
  endsBeforeStart,
  maybeDateColumn,
  textColumn,
} from './common-columns.ts';
import { compare } from './compare.ts';
import { putIfUnchanged } from './put-if-unchanged.ts';
import { nextSource, type Fault, type RegisterKind } from './register-kind.ts';
import { without } from './without.ts';

const wrongCreditCode = {
  code: 'CREDIT_CODE_WRONG',
  problem: {
    zh: '统一社会信用代码不对（18 位，最后一位为校验码）。',
    en: 'This unified social credit code cannot be right (18 characters, the last one a check).',
  },
  mend: { zh: '请对照营业执照核对。', en: 'Check it against the business licence.' },
};

export const creditCodeCell = contractCell(creditCode, wrongCreditCode);

const columns = {
  creditCode: {
    zh: ['统一社会信用代码'],
    en: 'credit_code',
    kind: 'code',
    optional: true,
    read: maybe(creditCodeCell),
  },
  /** Only for a labour broker, who is a natural person. */
  citizenId: {
    ...citizenIdColumn,
    en: 'broker_citizen_id',
    zh: ['经纪人身份号码'],
    optional: true,
    read: maybe(citizenIdCell),
  },
  name: textColumn(['名称', '机构名称'], 'name'),
  type: {
    zh: ['类型', '机构类型'],
    en: 'type',
    kind: 'code',
    optional: false,
    read: filled(
      wordCell({
        HR_AGENCY: ['人力资源服务机构'],
        TRAINING_PROVIDER: ['职业培训机构'],
        LABOUR_BROKER: ['劳务经纪人'],
        OTHER_MARKET_BODY: ['其他市场主体'],
        PUBLIC_EMPLOYMENT_SERVICE: ['公共就业服务机构'],
        ENTERPRISE: ['企业'],
        WORKSHOP: ['扶贫车间'],
        FARM_COOPERATIVE: ['农民专业合作社'],
        KEY_PROJECT: ['重点项目'],
      }),
    ),
  },
  ownerGroup: { zh: ['所属集团'], en: 'owner_group', kind: 'text', optional: true, read: maybe(textOf(60)) },
  licenceNumber: {
    zh: ['许可证号'],
    en: 'licence_number',
    kind: 'code',
    optional: true,
    read: maybe(textOf(60)),
  },
  licenceFrom: maybeDateColumn(['许可起始日期'], 'licence_from'),
  licenceTo: maybeDateColumn(['许可截止日期'], 'licence_to'),
  asOf: asOfColumn,
} as const;
type Row = ValuesOf<typeof columns>;

const faultIf = (
  wrong: boolean,
  column: Fault<Row>['column'],
  code: string,
  problem: Sentence,
  mend: Sentence,
): Fault<Row>[] => (wrong ? [{ column, remark: { code, problem, mend } }] : []);

const idFaults = ({ type, creditCode: code, citizenId: id }: Row): Fault<Row>[] =>
  type === 'LABOUR_BROKER'
    ? faultIf(
        id === undefined || code !== undefined,
        'citizenId',
        'BROKER_ID',
        {
          zh: '劳务经纪人是自然人，要填身份号码，不填信用代码。',
          en: 'A labour broker is a person: the citizen id is needed, and no credit code.',
        },
        { zh: '请填写“经纪人身份号码”。', en: 'Fill in broker_citizen_id.' },
      )
    : faultIf(
        code === undefined || id !== undefined,
        'creditCode',
        'ORGANISATION_ID',
        {
          zh: '机构要填统一社会信用代码，不填身份号码。',
          en: 'An organisation needs its credit code, and no citizen id.',
        },
        { zh: '请填写“统一社会信用代码”。', en: 'Fill in credit_code.' },
      );

const licenceFaults = ({ licenceNumber: number, licenceFrom: from, licenceTo: to }: Row): Fault<Row>[] => [
  ...faultIf(
    (number === undefined) !== (from === undefined),
    'licenceNumber',
    'LICENCE_INCOMPLETE',
    { zh: '许可证号和起始日期要同时填写。', en: 'A licence needs both its number and its first day.' },
    { zh: '请补全，或都留空。', en: 'Fill in both or neither.' },
  ),
  ...(to !== undefined && (from === undefined || to < from)
    ? [{ column: 'licenceTo' as const, remark: endsBeforeStart }]
    : []),
];

/** A credit code; for a labour broker, who has none, `BROKER-` and the pseudonym of the citizen id. */
const organisationIdOf = ({ creditCode: code, citizenId: id }: Row, vault: Vault): string =>
  code ?? brokerId(vault, id ?? '');

export const brokerId = (vault: Vault, citizenId: string): string =>
  `BROKER-${vault.lookup('citizen', citizenId)}`;

type Facts = Omit<OrganisationRecord, 'source'>;

const licenceOf = ({
  licenceNumber: number,
  licenceFrom: startsOn,
  licenceTo: endsOn,
}: Row): OrganisationRecord['licence'] =>
  number === undefined || startsOn === undefined
    ? undefined
    : { number, startsOn, ...(endsOn !== undefined && { endsOn }) };

const factsOf = (row: Row, vault: Vault): Facts => {
  const licence = licenceOf(row);
  return {
    organisationId: organisationIdOf(row, vault),
    name: row.citizenId === undefined ? row.name : maskName(row.name),
    type: row.type,
    ...(row.ownerGroup !== undefined && { ownerGroup: row.ownerGroup }),
    ...(licence && { licence }),
  };
};

const contentOf = (stored: OrganisationItem, vault: Vault) => ({
  content: [
    without(stored.record, 'source'),
    stored.identitySealed && openIdentity(vault, stored.pk, stored.identitySealed),
  ],
  source: stored.record.source,
});

/** Only a broker is a person whose identity is to be sealed. */
const brokerOf = ({ name, citizenId: id }: Row): Identity | undefined =>
  id === undefined ? undefined : { name, citizenId: id };

export const organisations: RegisterKind<Row, OrganisationItem> = {
  register: 'organisations',
  readFile: (file) => readColumns(columns, file),
  faultsOf: (row) => [...idFaults(row), ...licenceFaults(row)],
  identityOf: ({ creditCode: code, citizenId: id }) =>
    code === undefined ? { text: id ?? '', column: 'citizenId' } : { text: code, column: 'creditCode' },
  keyOf: (row, vault) => organisationKey(organisationIdOf(row, vault)),
  labelOf: ({ name, citizenId: id }) => (id === undefined ? name : `${maskName(name)} ${maskCitizenId(id)}`),
  parse: (item) => organisationItem.parse(item),
  apply: (stored, row, { vault, asOf }) => {
    const facts = factsOf(row, vault);
    const broker = brokerOf(row);
    const compared = compare(stored && contentOf(stored, vault), [facts, broker], asOf);
    if ('remark' in compared) return { fault: { column: 'asOf', remark: compared.remark } };
    const key = organisationKey(facts.organisationId);
    return {
      action: compared.action,
      item: {
        ...key,
        revision: stored?.revision ?? 0,
        ...(broker && { identitySealed: sealIdentity(vault, key.pk, broker) }),
        record: { ...facts, source: nextSource('organisations', asOf, stored?.record.source) },
      },
    };
  },
  write: putIfUnchanged,
};
