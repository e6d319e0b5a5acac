import type * as z from 'zod';
import { halvesOf } from '../contracts/both.ts';
import type { Sentence } from '../contracts/scalars.ts';

type Issue = z.core.$ZodIssue;

const expectedTypes: Readonly<Record<string, Sentence>> = {
  string: { en: 'text in quotes', zh: '加引号的文本' },
  number: { en: 'a number', zh: '数字' },
  int: { en: 'a whole number', zh: '整数' },
  boolean: { en: 'true or false', zh: 'true 或 false' },
  array: { en: 'a list', zh: '数组' },
  object: { en: 'an object', zh: '对象' },
};

const units: Readonly<Record<string, Sentence>> = {
  string: { en: ' characters', zh: '个字' },
  array: { en: ' entries', zh: '项' },
};

const noUnit: Sentence = { en: '', zh: '' };

const required: Sentence = { en: 'This field is required.', zh: '此项必填。' };
const unclear: Sentence = { en: 'This is not in the form that is asked for.', zh: '格式不正确，请改正。' };

const ofType = (expected: string): Sentence => {
  const type = expectedTypes[expected];
  return type ? { en: `Send ${type.en} here.`, zh: `此项应为${type.zh}。` } : unclear;
};

const optionsOf = (issue: Issue): readonly unknown[] =>
  'options' in issue && Array.isArray(issue.options) ? issue.options : [];

const among = (values: readonly unknown[]): Sentence => {
  if (values.length === 0) return unclear;
  const list = values.map(String);
  return { en: `Choose one of: ${list.join(', ')}.`, zh: `请从以下值中选择：${list.join('、')}。` };
};

const limit = (bound: 'least' | 'most', origin: string, figure: number | bigint): Sentence => {
  const { en, zh } = units[origin] ?? noUnit;
  return { en: `At ${bound} ${figure}${en}.`, zh: `${bound === 'least' ? '至少' : '最多'}${figure}${zh}。` };
};

/** What zod itself found, in words for the sender; what a contract says of its own comes with it. */
const builtIn = (issue: Issue): Sentence => {
  switch (issue.code) {
    case 'invalid_type':
      return ofType(issue.expected);
    case 'invalid_value':
      return among(issue.values);
    case 'invalid_union':
      return among(optionsOf(issue));
    case 'too_small':
      return limit('least', issue.origin, issue.minimum);
    case 'too_big':
      return limit('most', issue.origin, issue.maximum);
    default:
      return unclear;
  }
};

const bodyExpected: Sentence = {
  en: 'Send one JSON object as the body.',
  zh: '请求正文应为一个 JSON 对象。',
};

export const isMissing = ({ code, input }: Issue): boolean => code === 'invalid_type' && input === undefined;

/** What is wrong with a field and how to mend it. It never repeats what was sent. */
export const sentenceOf = (issue: Issue, path: readonly PropertyKey[]): Sentence => {
  if (path.length === 0 && issue.code === 'invalid_type') return bodyExpected;
  if (isMissing(issue)) return required;
  return halvesOf(issue.message) ?? builtIn(issue);
};
