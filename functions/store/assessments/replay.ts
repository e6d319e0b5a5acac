import { assessLine, parseFacts } from '../../rules/assess-line.ts';
import type { RuleSet } from '../../rules/facts.ts';
import { rulesVersion } from '../../rules/rules-version.ts';
import type { Item } from '../registers/batch-get.ts';
import { scanPages } from '../scan-pages.ts';
import type { Table } from '../table-client.ts';
import { canonical, hashOf } from './canonical.ts';
import { RecordChangedError } from './record-changed-error.ts';
import { openRecord, type OpenedRecord } from './record.ts';
import { readRuleSet } from './rule-sets.ts';

/** What deciding one stored assessment again came to. */
export type Replay = {
  readonly applicationId: string;
  readonly lineNo: number;
  readonly run: number;
  /** CHANGED: the record, or the set of values it names, is not what its hash says. */
  readonly verdict: 'SAME' | 'DIFFERS' | 'CHANGED' | 'VALUES_MISSING';
  /** Other rules decided it than today's: a difference is then no surprise. */
  readonly otherRules: boolean;
  readonly stored?: { readonly outcome: string; readonly amountFen: number; readonly hash: string };
  readonly again?: { readonly outcome: string; readonly amountFen: number; readonly hash: string };
};

/** Decides a record again from itself and its set of values alone; the same decision is the same bytes. */
export const replayRecord = ({ hash, text, record }: OpenedRecord, rules: RuleSet): Replay => {
  const { applicationId, lineNo, run, assessment, facts } = record;
  const assessed = assessLine(parseFacts(assessment.instrument, facts), rules);
  const again = canonical({ ...record, assessment: assessed });
  return {
    applicationId,
    lineNo,
    run,
    verdict: again === text ? 'SAME' : 'DIFFERS',
    otherRules: record.rules.version !== rulesVersion,
    stored: { outcome: assessment.outcome, amountFen: assessment.amountFen, hash },
    again: { outcome: assessed.outcome, amountFen: assessed.amountFen, hash: hashOf(again) },
  };
};

const namesOf = ({ pk, sk, run }: Item) => ({
  applicationId: String(pk).replace('APP#', ''),
  lineNo: Number(String(sk).split('#')[1]),
  run: Number(run),
});

/** What stands in the table, or that somebody changed it there. */
const unlessChanged = async <Found>(read: () => Found | Promise<Found>): Promise<Found | 'CHANGED'> => {
  try {
    return await read();
  } catch (error) {
    if (error instanceof RecordChangedError) return 'CHANGED';
    throw error;
  }
};

const assessments = {
  FilterExpression: 'begins_with(sk, :assessment)',
  ExpressionAttributeValues: { ':assessment': 'ASSESSMENT#' },
};

type Sets = Map<string, RuleSet | 'CHANGED' | undefined>;

const setFor = async (table: Table, hash: string, sets: Sets) => {
  if (!sets.has(hash)) sets.set(hash, await unlessChanged(() => readRuleSet(table, hash)));
  return sets.get(hash);
};

const replayItem = async (table: Table, item: Item, sets: Sets): Promise<Replay> => {
  const opened = await unlessChanged(() => openRecord(item));
  const failed = (verdict: Replay['verdict']): Replay => ({ ...namesOf(item), verdict, otherRules: false });
  if (opened === 'CHANGED') return failed('CHANGED');
  const rules = await setFor(table, opened.record.rules.valuesHash, sets);
  if (rules === 'CHANGED') return failed('CHANGED');
  return rules === undefined ? failed('VALUES_MISSING') : replayRecord(opened, rules);
};

/** Decides every stored assessment again. Reads the whole table, so it is a command and no request. */
export const replayAll = async function* (table: Table): AsyncGenerator<Replay> {
  const sets: Sets = new Map();
  for await (const items of scanPages(table, assessments))
    for (const item of items) yield await replayItem(table, item, sets);
};
