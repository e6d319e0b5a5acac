import { creditCode } from '../../../../contracts/credit-code.ts';
import { citizenId, maskCitizenId } from '../../../../contracts/citizen-id.ts';
import { divisionCode, handlingCounty, workplaceCode } from '../../../../contracts/divisions.ts';
import type { CellReader, Column } from '../../cells/column.ts';
import { contractCell, dateCell, filled, maybe, textOf } from '../../cells/readers.ts';

/** Every rule of GB 11643 that a cell of 15 or 18 characters can break is answered by the same sentence. */
const wrongCitizenId = {
  code: 'CITIZEN_ID_WRONG',
  problem: {
    zh: '公民身份号码不对（长度、出生日期或校验码）。',
    en: 'This citizen id cannot be right (its length, birth date or check character).',
  },
  mend: {
    zh: '请对照身份证核对；在 Excel 中该列要设为“文本”，否则末几位会变成 0。',
    en: 'Check it against the card; in Excel the column must be "Text", or the last digits turn to 0.',
  },
};

export const citizenIdCell = contractCell(citizenId, wrongCitizenId);

export const citizenIdColumn = {
  zh: ['公民身份号码', '身份证号', '身份证号码'],
  en: 'citizen_id',
  kind: 'code',
  optional: false,
  read: filled(citizenIdCell),
  mask: maskCitizenId,
} satisfies Column<string>;

const wrongDivision = {
  code: 'DIVISION_UNKNOWN',
  problem: {
    zh: '没有这个行政区划代码（GB/T 2260，2020年）。',
    en: 'There is no such division (GB/T 2260 of 2020).',
  },
  mend: {
    zh: '请填写六位县级代码，如 141124（临县）。',
    en: "Write the county's six digits, like 141124 for 临县.",
  },
};

/** A county: a province or a city is a division too, but nobody's home county. */
export const countyCell = contractCell(
  divisionCode.refine((code) => !code.endsWith('00')),
  wrongDivision,
);

export const workplaceCell = contractCell(workplaceCode, {
  ...wrongDivision,
  mend: {
    zh: '请填写六位县级代码；境外填三个字母的国家代码，如 JPN。',
    en: "Write the county's six digits, or for a place abroad the country's three letters, like JPN.",
  },
});

const wrongCreditCode = {
  code: 'CREDIT_CODE_WRONG',
  problem: {
    zh: '统一社会信用代码不对（18 位，最后一位为校验码）。',
    en: 'This unified social credit code cannot be right (18 characters, the last one a check).',
  },
  mend: { zh: '请对照营业执照核对。', en: 'Check it against the business licence.' },
};
export const creditCodeCell = contractCell(creditCode, wrongCreditCode);

type Names = readonly [string, ...string[]];

/** A column that must be there and filled in; the English name is also what a message shows. */
export const codeColumn = <T>(zh: Names, en: string, read: CellReader<T>): Column<T> => ({
  zh,
  en,
  kind: 'code',
  optional: false,
  read: filled(read),
});

/** A column, or a cell, that may be left out. */
export const maybeCodeColumn = <T>(zh: Names, en: string, read: CellReader<T>): Column<T | undefined> => ({
  zh,
  en,
  kind: 'code',
  optional: true,
  read: maybe(read),
});

export const dateColumn = (zh: Names, en: string) => codeColumn(zh, en, dateCell);
export const maybeDateColumn = (zh: Names, en: string) => maybeCodeColumn(zh, en, dateCell);
export const numberColumn = (zh: Names, en: string) => codeColumn(zh, en, textOf(60));
export const textColumn = (zh: Names, en: string): Column<string> => ({
  ...codeColumn(zh, en, textOf(100)),
  kind: 'text',
});
export const maybeTextColumn = (zh: Names, en: string): Column<string | undefined> => ({
  ...maybeCodeColumn(zh, en, textOf(100)),
  kind: 'text',
});

export const asOfColumn = maybeDateColumn(['数据日期', '截至日期'], 'as_of');
export const employerColumn = codeColumn(
  ['单位信用代码', '统一社会信用代码'],
  'employer_code',
  creditCodeCell,
);

export const endsBeforeStart = {
  code: 'ENDS_BEFORE_START',
  problem: { zh: '结束日期早于开始日期。', en: 'It ends before it starts.' },
  mend: { zh: '请核对两个日期。', en: 'Check both dates.' },
};

type Range = { readonly startsOn: string; readonly endsOn?: string | undefined };

/** The one fault of two dates. */
export const rangeFaults = ({ startsOn, endsOn }: Range) =>
  endsOn !== undefined && endsOn < startsOn ? [{ column: 'endsOn' as const, remark: endsBeforeStart }] : [];

/** The county an organisation's credit code was given in; the province where the code names no county of it. */
export const divisionOfCode = (code: string): string => {
  const division = code.slice(2, 8);
  return handlingCounty.safeParse(division).success ? division : '140000';
};
