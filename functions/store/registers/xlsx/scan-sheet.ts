import type { Readable } from 'node:stream';
import { unreadable } from '../cells/import-issue.ts';
import { brokenWorkbook } from './file-format.ts';

/** What a sheet must not hold: where its formulas are (the first few), how many, and its merged ranges. */
export type SheetScan = {
  readonly formulas: readonly string[];
  readonly formulaCount: number;
  readonly merges: readonly string[];
  /** How many rows the reader of values must find. */
  readonly rowCount: number;
};

/** Cells, formulas and merges; `<` stands in XML only where a tag begins. */
const tags = /<(?:[\w.-]+:)?(row|c|f|mergeCell)(?=[\s/>])([^>]*)>/gu;
const ending = /<\/(?:[\w.-]+:)?worksheet\s*>\s*$/u;
const longestTag = 1_000_000;
const named = 5;

const referenceIn = (attributes: string, name: string): string =>
  new RegExp(`\\b${name}="([A-Z0-9:]+)"`, 'u').exec(attributes)?.[1] ?? '';

/** A tag that the next piece goes on with. */
const unfinished = (text: string): string => {
  const open = text.lastIndexOf('<');
  return open >= 0 && !text.includes('>', open) ? text.slice(open) : '';
};

/**
 * Looks a sheet's XML through without keeping it: the reader of values does not tell a formula from its last result,
 * nor that one cell was spread over several.
 */
export const scanSheet = async (xml: Readable): Promise<SheetScan> => {
  const formulas: string[] = [];
  const merges: string[] = [];
  let formulaCount = 0;
  let rowCount = 0;
  let cell = '';
  let rest = '';
  let end = '';
  const take = (tag: string, attributes: string): void => {
    if (tag === 'c') cell = attributes;
    else if (tag === 'row') rowCount += 1;
    else if (tag === 'mergeCell') merges.push(referenceIn(attributes, 'ref'));
    else {
      formulaCount += 1;
      if (formulas.length < named) formulas.push(referenceIn(cell, 'r'));
    }
  };
  for await (const chunk of xml.setEncoding('utf8')) {
    const text = rest + String(chunk);
    for (const [, tag = '', attributes = ''] of text.matchAll(tags)) take(tag, attributes);
    end = text.slice(-200);
    rest = unfinished(text);
    if (rest.length > longestTag) throw unreadable(1, brokenWorkbook);
  }
  if (!ending.test(end)) throw unreadable(1, brokenWorkbook);
  return { formulas, formulaCount, merges, rowCount };
};
