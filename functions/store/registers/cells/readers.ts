import type * as z from 'zod';
import {
  isoDate,
  isoMonth,
  type Fen,
  type IsoDate,
  type IsoMonth,
  type Sentence,
} from '../../../contracts/scalars.ts';
import type { CellReader, CellResult } from './column.ts';
import type { Remark } from './import-issue.ts';

const wrong = (code: string, problem: Sentence, mend: Sentence): { readonly error: Remark } => ({
  error: { code, problem, mend },
});

const empty = wrong(
  'CELL_EMPTY',
  { zh: '这一格不能空。', en: 'This cell must not be empty.' },
  { zh: '请填写。', en: 'Fill it in.' },
);

/** A cell that must be filled in. */
export const filled =
  <T>(read: CellReader<T>): CellReader<T> =>
  (text) =>
    text === '' ? empty : read(text);

/** A cell that may be empty. */
export const maybe =
  <T>(read: CellReader<T>): CellReader<T | undefined> =>
  (text) =>
    text === '' ? { value: undefined } : read(text);

export const textOf =
  (longest: number): CellReader<string> =>
  (text) =>
    text.length <= longest
      ? { value: text }
      : wrong(
          'TEXT_TOO_LONG',
          { zh: `超过 ${longest} 个字。`, en: `This is longer than ${longest} characters.` },
          { zh: '请缩短。', en: 'Shorten it.' },
        );

const datePattern = /^(\d{4})(?:-|\/|\.|年)(\d{1,2})(?:-|\/|\.|月)(\d{1,2})日?$|^(\d{4})(\d{2})(\d{2})$/u;

const asIso = (text: string): string => {
  const parts = datePattern.exec(text)?.slice(1).filter(Boolean);
  return parts === undefined ? text : parts.map((part) => part.padStart(2, '0')).join('-');
};

/** `2020-03-16`; 2020/3/16, 2020.3.16, 20200316 and 2020年3月16日 are read as well, with a note. */
export const dateCell: CellReader<IsoDate> = (text) => {
  const parsed = isoDate.safeParse(asIso(text));
  if (!parsed.success)
    return wrong(
      'DATE_WRONG',
      { zh: '不是日期，或这一天不存在。', en: 'This is not a date, or the day does not exist.' },
      { zh: '请写成 2020-03-16 的样子。', en: 'Write it like 2020-03-16.' },
    );
  if (parsed.data === text) return { value: text };
  return {
    value: parsed.data,
    note: {
      code: 'DATE_READ_AS',
      problem: { zh: `读作 ${parsed.data}。`, en: `Read as ${parsed.data}.` },
      mend: { zh: '如不对，请改成 2020-03-16 的样子。', en: 'If that is wrong, write it like 2020-03-16.' },
    },
  };
};

const yuanPattern = /^[¥￥]?(\d+|\d{1,3}(?:,\d{3})+)(?:\.(\d{1,2}))?(?:元)?$/u;

/** Yuan with at most two decimals, as whole fen; never through a floating-point number of yuan. */
export const yuanCell: CellReader<Fen> = (text) => {
  const [, yuan, decimals = ''] = yuanPattern.exec(text) ?? [];
  const value = Number(`${(yuan ?? '').replaceAll(',', '')}${decimals.padEnd(2, '0')}`);
  if (yuan !== undefined && value <= 1_000_000_000_00) return { value };
  return wrong(
    'AMOUNT_WRONG',
    {
      zh: '不是金额：单位是元，最多两位小数，不能为负，不超过十亿元。',
      en: 'This is not an amount in yuan with at most two decimals, between 0 and one billion.',
    },
    { zh: '请写成 120000.00 的样子。', en: 'Write it like 120000.00.' },
  );
};

const monthPattern = /^(\d{4})(?:-|\/|\.|年)?(\d{1,2})月?$/u;

/** `2020-03`; 2020/3, 202003 and 2020年3月 are read as well. */
export const monthCell: CellReader<IsoMonth> = (text) => {
  const [, year = '', month = ''] = monthPattern.exec(text) ?? [];
  const parsed = isoMonth.safeParse(`${year}-${month.padStart(2, '0')}`);
  return parsed.success
    ? { value: parsed.data }
    : wrong(
        'MONTH_WRONG',
        { zh: '不是月份。', en: 'This is not a month.' },
        { zh: '请写成 2020-03 的样子。', en: 'Write it like 2020-03.' },
      );
};

/** A whole number between two bounds, both allowed. */
export const countCell =
  (least: number, most: number): CellReader<number> =>
  (text) => {
    const value = Number(text);
    return /^\d{1,9}$/u.test(text) && value >= least && value <= most
      ? { value }
      : wrong(
          'NUMBER_WRONG',
          {
            zh: `不是 ${least} 到 ${most} 之间的整数。`,
            en: `This is not a whole number from ${least} to ${most}.`,
          },
          { zh: '请只填数字。', en: 'Write digits only.' },
        );
  };

export const yearCell: CellReader<string> = (text) =>
  /^20\d{2}年?$/u.test(text)
    ? { value: text.slice(0, 4) }
    : wrong(
        'YEAR_WRONG',
        { zh: '不是年度。', en: 'This is not a year.' },
        { zh: '请写成 2020 的样子。', en: 'Write it like 2020.' },
      );

/** A word of a closed list, by its code or by any of its Chinese names. */
export const wordCell = <W extends string>(words: Readonly<Record<W, readonly string[]>>): CellReader<W> => {
  const isWord = (text: string): text is W => text in words;
  const byName = new Map<string, W>();
  for (const [word, names] of Object.entries<readonly string[]>(words)) {
    if (isWord(word)) for (const name of [word, ...names]) byName.set(name.toUpperCase(), word);
  }
  const choice = Object.entries<readonly string[]>(words).map(
    ([word, names]) => `${names[0] ?? word} ${word}`,
  );
  return (text): CellResult<W> => {
    const value = byName.get(text.toUpperCase());
    if (value !== undefined) return { value };
    return wrong(
      'WORD_UNKNOWN',
      { zh: '不在规定的选项内。', en: 'This is not one of the words allowed here.' },
      { zh: `请填：${choice.join('、')}。`, en: `Write one of: ${choice.join(', ')}.` },
    );
  };
};

const yesNo = wordCell({ YES: ['是', '有', 'TRUE', 'Y', '1'], NO: ['否', '无', '没有', 'FALSE', 'N', '0'] });

export const yesNoCell: CellReader<boolean> = (text) => {
  const result = yesNo(text);
  return 'error' in result ? result : { value: result.value === 'YES' };
};

/** A cell that a contract decides on; says so when the contract wrote it differently. */
export const contractCell =
  <T extends string>(schema: z.ZodType<T>, remark: Remark): CellReader<T> =>
  (text) => {
    const parsed = schema.safeParse(text);
    if (!parsed.success) return { error: remark };
    if (parsed.data === text) return { value: parsed.data };
    return {
      value: parsed.data,
      note: {
        code: 'CELL_NORMALISED',
        problem: {
          zh: '已改成标准写法（如小写 x 改为 X）。',
          en: 'Written in the standard form (a small x becomes X).',
        },
        mend: { zh: '无需处理。', en: 'Nothing to do.' },
      },
    };
  };

/** For a contract that always adds something, as a phone number's +86: a note in every row would say nothing. */
export const withoutNote =
  <T>(read: CellReader<T>): CellReader<T> =>
  (text) => {
    const result = read(text);
    return 'error' in result ? result : { value: result.value };
  };
