import * as z from 'zod';
import { assessmentRecord, type AssessmentRecord } from '../../contracts/assessment-record.ts';
import type { ApplicationHead } from '../../contracts/application.ts';
import type { LineAssessment } from '../../contracts/assessment.ts';
import { clauseOf } from '../../rules/clauses.ts';
import { rulesVersion } from '../../rules/rules-version.ts';
import type { AssessedLine } from '../check/assess-lines.ts';
import { canonical, hashOf } from './canonical.ts';
import { unpack } from './packed.ts';
import { RecordChangedError } from './record-changed-error.ts';
import { hashOfRuleSet } from './rule-sets.ts';
import { packWith, unpackWith } from './with-dictionary.ts';

/** What is written beside the key of an assessment: the record made small, and the hash over its text. */
export const storedRecord = z.object({
  run: z.int().min(1),
  at: z.string(),
  hash: z.string().length(64),
  packed: z.instanceof(Uint8Array),
  /** Absent in records of before there were any: those are plain Brotli. */
  dictionary: z.string().optional(),
});

/** Each clause that the assessment names, with its words. */
const quotesOf = ({ clause, checks }: LineAssessment): Record<string, string> =>
  Object.fromEntries(
    [clause, ...checks.map((check) => check.clause)].flatMap((id) => {
      const found = clauseOf(id);
      return found ? [[id, found.quote]] : [];
    }),
  );

/** The record of one line's check. Its text is canonical, so that deciding again gives the same bytes. */
export const recordOf = (
  { applicationId, version }: ApplicationHead,
  { line, facts, rules, assessment, after }: AssessedLine,
  at: string,
): z.infer<typeof storedRecord> => {
  const record: z.input<typeof assessmentRecord> = {
    format: 1,
    applicationId,
    applicationVersion: version,
    lineNo: line.lineNo,
    run: after.run,
    at,
    rules: { version: rulesVersion, valuesHash: hashOfRuleSet(rules) },
    facts,
    clauses: quotesOf(assessment),
    assessment,
  };
  const text = canonical(record);
  return { run: after.run, at, hash: hashOf(text), ...packWith(assessment.instrument, text) };
};

export type OpenedRecord = {
  readonly hash: string;
  /** The bytes that were hashed. */
  readonly text: string;
  readonly record: AssessmentRecord;
};

const textIn = ({ packed, dictionary }: z.infer<typeof storedRecord>): string => {
  try {
    return dictionary === undefined ? unpack(packed) : unpackWith(dictionary, packed);
  } catch (error) {
    throw new RecordChangedError('An assessment does not unpack to what was stored', { cause: error });
  }
};

/**
 * Opens a stored record.
 * @throws RecordChangedError when its text is not what its hash says
 */
export const openRecord = (item: unknown): OpenedRecord => {
  const stored = storedRecord.parse(item);
  const { hash } = stored;
  const text = textIn(stored);
  if (hashOf(text) !== hash) throw new RecordChangedError(`An assessment was changed after it was stored`);
  return { hash, text, record: assessmentRecord.parse(JSON.parse(text)) };
};
