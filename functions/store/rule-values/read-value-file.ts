import * as z from 'zod';
import { valueColumns, type ValueColumn, type ValueRow } from '../../rules/values/value-fault.ts';
import { unreadable } from '../registers/cells/import-issue.ts';
import { textOfCell } from '../registers/cells/sheet-table.ts';
import { decodeFile } from '../registers/csv/decode-file.ts';
import { readCsv } from '../registers/csv/read-csv.ts';

/** The columns of a file of rule values, by their Chinese names. */
const chineseNames: Readonly<Record<ValueColumn, string>> = {
  ruleId: '规则编号',
  level: '级别',
  division: '行政区划',
  value: '值',
  from: '生效日期',
  to: '终止日期',
  source: '依据文件',
  address: '文件网址',
};

/** May be left out of a file. */
const optional: readonly ValueColumn[] = ['to', 'address'];

const columnOf = (name: string): ValueColumn | undefined =>
  valueColumns.find((column) => [column, chineseNames[column]].includes(name.trim()));

/** `60000`, `true`, `null`, `["PENSION"]` are JSON; any other cell is a text. */
const valueOfCell = (cell: string): unknown => {
  if (cell.trim() === '') return undefined;
  try {
    return JSON.parse(cell);
  } catch (error) {
    if (error instanceof SyntaxError) return cell.trim();
    throw error;
  }
};

const missingColumns = (columns: readonly (ValueColumn | undefined)[]) =>
  valueColumns.filter((column) => !optional.includes(column) && !columns.includes(column));

const fromCsv = (bytes: Uint8Array): ValueRow[] => {
  const { header, rows, issues } = readCsv(bytes);
  const columns = header.map(columnOf);
  const missing = missingColumns(columns);
  if (missing.length > 0)
    throw unreadable(1, {
      code: 'COLUMN_MISSING',
      problem: {
        zh: `缺少列：${missing.map((column) => chineseNames[column]).join('、')}。`,
        en: `There is no column ${missing.join(', ')}.`,
      },
      mend: {
        zh: `列名为：${Object.values(chineseNames).join('、')}。`,
        en: `The columns are ${valueColumns.join(', ')}.`,
      },
    });
  const [odd] = issues;
  if (odd) throw unreadable(odd.row, odd);
  return rows.map(({ row, cells }) => ({
    row,
    ...Object.fromEntries(
      columns.flatMap((column, at) => {
        const cell = textOfCell(cells[at]);
        return column === undefined ? [] : [[column, column === 'value' ? valueOfCell(cell) : cell.trim()]];
      }),
    ),
  }));
};

const notJson = (row: number) =>
  unreadable(row, {
    code: 'NOT_A_LIST',
    problem: {
      zh: '此处不是规则值（JSON 列表，或每行一个 JSON 对象）。',
      en: 'This is no rule value: a JSON list, or one JSON object on each line.',
    },
    mend: {
      zh: `每项须有：${valueColumns.join('、')}。`,
      en: `Each has ${valueColumns.join(', ')}.`,
    },
  });

const entry = z.record(z.string(), z.unknown());

const parsed = <Schema extends z.ZodType>(schema: Schema, text: string, row: number): z.output<Schema> => {
  try {
    return schema.parse(JSON.parse(text));
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof z.ZodError) throw notJson(row);
    throw error;
  }
};

const rowOf = (item: z.output<typeof entry>, row: number): ValueRow => ({
  row,
  ...Object.fromEntries(valueColumns.map((column) => [column, item[column]])),
});

/** One object on each line; rows are counted as an editor counts lines. */
const fromLines = (text: string): ValueRow[] =>
  text
    .split('\n')
    .flatMap((line, at) => (line.trim() === '' ? [] : [rowOf(parsed(entry, line, at + 1), at + 1)]));

/**
 * The rows of a file of rule values: CSV with Chinese or English column names, one JSON object on each line, or a JSON
 * list. What the rows say is for `checkValueRows` to judge.
 * @throws UnreadableFileError when it is none of them
 */
export const readValueFile = (bytes: Uint8Array): ValueRow[] => {
  const text = decodeFile(bytes).text.replace(/^\uFEFF/u, '');
  if (/^\s*\[/u.test(text)) return parsed(z.array(entry), text, 1).map((item, at) => rowOf(item, at + 1));
  return /^\s*\{/u.test(text) ? fromLines(text) : fromCsv(bytes);
};
