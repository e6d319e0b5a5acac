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
};

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
  valueColumns.filter((column) => column !== 'to' && !columns.includes(column));

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

const noJson = () =>
  unreadable(1, {
    code: 'NOT_A_LIST',
    problem: { zh: '文件不是规则值的 JSON 列表。', en: 'The file is no JSON list of rule values.' },
    mend: {
      zh: `每项须有：${valueColumns.join('、')}。`,
      en: `It is a list of objects with ${valueColumns.join(', ')}.`,
    },
  });

const list = z.array(z.record(z.string(), z.unknown()));

const jsonOf = (text: string): unknown => {
  try {
    return JSON.parse(text.replace(/^\uFEFF/u, ''));
  } catch (error) {
    if (error instanceof SyntaxError) throw noJson();
    throw error;
  }
};

const fromJson = (text: string): ValueRow[] => {
  const parsed = list.safeParse(jsonOf(text));
  if (!parsed.success) throw noJson();
  return parsed.data.map((item, at) => ({
    row: at + 1,
    ...Object.fromEntries(valueColumns.map((column) => [column, item[column]])),
  }));
};

/**
 * The rows of a file of changed rule values: a JSON list, or CSV with Chinese or English column names. What the rows
 * say is for `checkValueRows` to judge.
 * @throws UnreadableFileError when it is neither
 */
export const readValueFile = (bytes: Uint8Array): ValueRow[] => {
  const { text } = decodeFile(bytes);
  return /^\uFEFF?\s*[[{]/u.test(text) ? fromJson(text) : fromCsv(bytes);
};
