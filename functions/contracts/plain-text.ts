import * as z from 'zod';
import { both } from './both.ts';

/** Without what nobody sees or what turns the reading order: zero-width and direction marks, control characters. */
const oneLine = (text: string): string =>
  text
    .replace(/\p{Cf}/gu, '')
    .replace(/\s+/gu, ' ')
    .replace(/\p{Cc}/gu, '')
    .trim();

/** Lines stay lines; everything else as in one. */
const manyLines = (text: string): string =>
  text
    .split(/\r\n?|\n/u)
    .map(oneLine)
    .join('\n')
    .trim();

/** Half of a character, or the sign that stands for bytes that were no UTF-8: the text is not what was written. */
const broken = /[\p{Cs}\ufffd]/u;

const unbroken = (schema: z.ZodString) =>
  schema.refine((text) => !broken.test(text), {
    message: both(
      'some characters arrived broken; send the text as UTF-8',
      '有的字已成乱码，请用 UTF-8 编码重新提交',
    ),
  });

const between = (schema: z.ZodString, min: number, max: number, tooShort: string | undefined) =>
  unbroken((tooShort === undefined ? schema.min(min) : schema.min(min, tooShort)).max(max));

/** A name or another text of one line, without its hidden characters; a copied text often brings some along. */
export const plainText = (max: number, min = 1) =>
  between(z.string().overwrite(oneLine), min, max, undefined);

/** A text of several lines, without hidden characters. */
export const plainLines = (max: number, min: number, tooShort: string) =>
  between(z.string().overwrite(manyLines), min, max, tooShort);

/** The day in a citizen id tells it from a document's number, the first digit a bank card. */
const day = '(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])';
const personalNumbers = [
  `\\d{6}(?:19|20)\\d{2}${day}\\d{3}[\\dXx]`,
  `(?<![\\dA-Za-z])\\d{8}${day}\\d{3}(?!\\d)`,
  '(?<!\\d)1[3-9]\\d{9}(?!\\d)',
  '(?<![\\dA-Za-z])[3-6]\\d{12,18}(?!\\d)',
].map((pattern) => new RegExp(pattern, 'u'));

const looksPersonal = (text: string): boolean => {
  const joined = text.normalize('NFKC').replaceAll(/(?<=\d)[ -](?=\d)/gu, '');
  return personalNumbers.some((pattern) => pattern.test(joined));
};

/** A remark that others read and the table keeps as it is, so nobody's number belongs in it. */
export const remark = (min = 1, tooShort?: string) =>
  between(z.string().overwrite(oneLine), min, 300, tooShort).refine((text) => !looksPersonal(text), {
    message: both(
      'leave out id, phone and account numbers: others read this; name the line instead',
      '此处内容他人可见，请勿填写身份证号、手机号或账号，可写明行号',
    ),
  });
