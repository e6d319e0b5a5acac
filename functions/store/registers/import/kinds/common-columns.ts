import { citizenId, maskCitizenId } from '../../../contracts/citizen-id.ts';
import { divisionCode, workplaceCode } from '../../../contracts/divisions.ts';
import type { Column } from '../csv/column.ts';
import { contractCell, dateCell, filled, maybe, textOf } from '../csv/readers.ts';

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

export const asOfColumn = {
  zh: ['数据日期', '截至日期'],
  en: 'as_of',
  kind: 'code',
  optional: true,
  read: maybe(dateCell),
} satisfies Column<string | undefined>;

/** A column with a date in it. */
export const dateColumn = (zh: readonly [string, ...string[]], en: string) =>
  ({ zh, en, kind: 'code', optional: false, read: filled(dateCell) }) satisfies Column<string>;

export const maybeDateColumn = (zh: readonly [string, ...string[]], en: string) =>
  ({ zh, en, kind: 'code', optional: true, read: maybe(dateCell) }) satisfies Column<string | undefined>;

export const textColumn = (zh: readonly [string, ...string[]], en: string) =>
  ({ zh, en, kind: 'text', optional: false, read: filled(textOf(100)) }) satisfies Column<string>;

export const endsBeforeStart = {
  code: 'ENDS_BEFORE_START',
  problem: { zh: '结束日期早于开始日期。', en: 'It ends before it starts.' },
  mend: { zh: '请核对两个日期。', en: 'Check both dates.' },
};
