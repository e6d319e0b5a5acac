import { organisationCodeHolds, organisationCodeIn } from '../../../../contracts/organisation-code.ts';
import type { Sentence } from '../../../../contracts/scalars.ts';
import type { Fault } from '../register-kind.ts';
import { endsBeforeStart } from './common-columns.ts';
import type { OrganisationRow as Row } from './organisation-columns.ts';

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

const oddOrganisationCode: Fault<Row> = {
  column: 'creditCode',
  remark: {
    code: 'ORGANISATION_CODE_ODD',
    problem: {
      zh: '信用代码第 9 至 17 位（组织机构代码）的校验位不符。',
      en: 'The check character of the organisation code in it (characters 9 to 17) does not fit.',
    },
    mend: {
      zh: '2015 年以前发的代码可能如此；请与营业执照核对。',
      en: 'Codes given before 2015 may be so; compare it with the licence.',
    },
  },
};

/** Worth a look and no fault: some codes that were given before 2015 differ (POLICY 8). */
export const organisationNotes = ({ creditCode }: Row): Fault<Row>[] =>
  creditCode === undefined || organisationCodeHolds(organisationCodeIn(creditCode))
    ? []
    : [oddOrganisationCode];

/** What is wrong with an organisation's row by itself. */
export const organisationFaults = (row: Row): Fault<Row>[] => [...idFaults(row), ...licenceFaults(row)];
