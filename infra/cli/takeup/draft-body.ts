import { missingParts } from '../../../functions/rules/take-up/presumed-claim.ts';
import type { TakeUpRow } from '../../../functions/store/take-up/take-up.ts';
import { listedRow } from './row-fields.ts';

const both = ({ zh, en }: { readonly zh: string; readonly en: string }): string => `${zh} ${en}`;

const always = [
  '本人同意及代办说明 the person’s consent, and how it was taken (proxy)',
  '收款账户 the payee’s account (payee)',
  '签署承诺书 the signed commitment (commitmentSigned)',
  '姓名和身份证号 the name and citizen id (worker)',
];

/** The claim with nothing in it that no register says. */
const onRecord = (value: unknown, supposed: readonly string[], path = ''): unknown => {
  if (supposed.includes(path)) return null;
  const inner = (name: string | number): string => (path === '' ? String(name) : `${path}.${name}`);
  if (Array.isArray(value)) return value.map((one, at) => onRecord(one, supposed, inner(at)));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, one]) => [name, onRecord(one, supposed, inner(name))]),
  );
};

/**
 * What the two requests of a claim would say, as far as the registers know it: createApplication, then addLines. What
 * only the person can give is null, and named under `missing`.
 */
export const draftBody = (row: TakeUpRow) => ({
  for: listedRow(row),
  missing: [...always, ...row.missing.map((part) => both(missingParts[part]))],
  createApplication: {
    instrument: row.instrument,
    division: row.county,
    channel: 'VILLAGE',
    commitmentSigned: null,
    proxy: null,
    payee: null,
  },
  addLines: {
    version: null,
    lines: [
      {
        lineNo: 1,
        worker: null,
        content: { instrument: row.instrument, claim: onRecord(row.facts.claim, row.supposed) },
      },
    ],
  },
});
