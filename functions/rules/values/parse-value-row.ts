import { isoDate, type Sentence } from '../../contracts/scalars.ts';
import type { DatedValue } from './dated.ts';
import { levelOf } from './divisions-over.ts';
import { ruleSchemaOf } from './rule-schema.ts';
import type { ValueColumn, ValueFault, ValueRow } from './value-fault.ts';

type Level = DatedValue['level'];
const levels: readonly Level[] = ['PROVINCE', 'PREFECTURE', 'COUNTY'];

const textOf = (value: unknown): string => (typeof value === 'string' ? value.trim() : '');
const isBlank = (value: unknown): boolean => value === undefined || value === null || textOf(value) === '';

type Say = (code: ValueFault['code'], column: ValueColumn, problem: Sentence) => null;

const readLevel = (row: ValueRow, say: Say): Pick<DatedValue, 'level' | 'division'> | null => {
  const level = levels.find((one) => one === textOf(row.level));
  if (level === undefined)
    return say('LEVEL_UNKNOWN', 'level', {
      zh: '级别须为 PROVINCE、PREFECTURE 或 COUNTY。',
      en: 'The level is PROVINCE, PREFECTURE or COUNTY.',
    });
  const division = typeof row.division === 'number' ? String(row.division) : textOf(row.division);
  return levelOf(division) === level
    ? { level, division }
    : say('DIVISION_UNKNOWN', 'division', {
        zh: '没有这一级别的行政区划代码：省 140000，市如 141100，县如 141124。',
        en: 'No division of that level has this code: 140000, a city such as 141100, a county such as 141124.',
      });
};

const readValue = (row: ValueRow, say: Say): Pick<DatedValue, 'ruleId' | 'value'> | null => {
  const ruleId = textOf(row.ruleId);
  const rule = ruleSchemaOf(ruleId);
  if (rule === undefined)
    return say('RULE_UNKNOWN', 'ruleId', {
      zh: '没有这个规则值编号。',
      en: 'There is no rule value of this id.',
    });
  const parsed = rule.schema.safeParse(row.value);
  return parsed.success && row.value !== undefined
    ? { ruleId, value: parsed.data }
    : say('VALUE_WRONG', 'value', {
        zh: `“${rule.meaning.zh}”的值类型或范围不对（单位 ${rule.meaning.unit}）。`,
        en: `“${rule.meaning.en}” does not take this value (its unit is ${rule.meaning.unit}).`,
      });
};

const readDate = (row: ValueRow, column: 'from' | 'to', say: Say): string | null => {
  const parsed = isoDate.safeParse(textOf(row[column]));
  return parsed.success
    ? parsed.data
    : say('DATE_WRONG', column, {
        zh: '日期须写作 2020-03-01。',
        en: 'Write a date that exists, as 2020-03-01.',
      });
};

const readPeriod = (row: ValueRow, say: Say): Pick<DatedValue, 'from' | 'to'> | null => {
  const from = readDate(row, 'from', say);
  if (isBlank(row.to)) return from === null ? null : { from };
  const to = readDate(row, 'to', say);
  if (from === null || to === null) return null;
  return from <= to
    ? { from, to }
    : say('FROM_AFTER_TO', 'to', {
        zh: '终止日期早于起始日期。',
        en: 'The last day lies before the first one.',
      });
};

const readSource = (row: ValueRow, say: Say): string | null =>
  isBlank(row.source)
    ? say('SOURCE_MISSING', 'source', {
        zh: '缺少依据文件（文号）。',
        en: 'Name the document it rests on, with its number.',
      })
    : textOf(row.source);

export type ParsedRow =
  { readonly row: number; readonly value: DatedValue } | { readonly faults: readonly ValueFault[] };

/** One row by itself: every column is looked at, so that all its faults are told at once. */
export const parseValueRow = (row: ValueRow): ParsedRow => {
  const faults: ValueFault[] = [];
  const say: Say = (code, column, problem) => {
    faults.push({ code, row: row.row, column, problem });
    return null;
  };
  const place = readLevel(row, say);
  const figure = readValue(row, say);
  const period = readPeriod(row, say);
  const source = readSource(row, say);
  return place && figure && period && source !== null
    ? { row: row.row, value: { ...figure, ...place, ...period, source } }
    : { faults };
};
