import type { CellValue } from 'hucre/xlsx';
import type { Cell } from '../cells/sheet-table.ts';

const lostDigits = {
  code: 'NUMBER_LOST_DIGITS',
  problem: {
    zh: '这一格是数字格式，超过 15 位，末几位已丢失。',
    en: 'This cell is a number of more than 15 digits: Excel has lost the last ones.',
  },
  mend: {
    zh: '请把该列设为“文本”格式后，重新填写完整号码。',
    en: 'Set the column to "Text" and write the whole number again.',
  },
};
const isError = {
  code: 'CELL_IS_ERROR',
  problem: { zh: '这一格是 Excel 的错误值。', en: "This cell shows one of Excel's errors." },
  mend: { zh: '请改成应有的内容。', en: 'Write what belongs here.' },
};
const notADate = {
  code: 'DATE_WRONG',
  problem: { zh: '不是日期，或这一天不存在。', en: 'This is not a date, or the day does not exist.' },
  mend: { zh: '请写成 2020-03-16 的样子。', en: 'Write it like 2020-03-16.' },
};

const errorValues = /^#(?:REF!|N\/A|VALUE!|DIV\/0!|NAME\?|NUM!|NULL!|SPILL!|CALC!)$/u;

/** Excel keeps 15 digits of a number; from the sixteenth on there are zeros. */
const numberCell = (value: number): Cell =>
  Math.abs(value) >= 1e15
    ? { shown: BigInt(Math.round(value)).toString(), fault: lostDigits }
    : String(Number(value.toPrecision(15)));

const dateCell = (value: Date): Cell =>
  Number.isNaN(value.getTime()) ? { shown: '', fault: notADate } : value.toISOString().slice(0, 10);

/** What a cell of a workbook says, as the text that a CSV file would have. */
export const cellOf = (value: CellValue | undefined): Cell => {
  if (value === null || value === undefined) return '';
  if (typeof value === 'number') return numberCell(value);
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  if (value instanceof Date) return dateCell(value);
  return errorValues.test(value) ? { shown: value, fault: isError } : value;
};
