import { ScanCommand } from '@aws-sdk/lib-dynamodb';
import { assessLine, parseFacts } from '../../rules/assess-line.ts';
import type { RuleSet } from '../../rules/facts.ts';
import { rulesVersion } from '../../rules/rules-version.ts';
import type { Table } from '../table-client.ts';
import { canonical, hashOf } from './canonical.ts';
import { openRecord, RecordChangedError, type OpenedRecord } from './record.ts';
import { readRuleSet } from './rule-sets.ts';

/** What deciding one stored assessment again came to. */
export type Replay = {
  readonly applicationId: string;
  readonly lineNo: number;
  readonly run: number;
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

type Item = Readonly<Record<string, unknown>>;

const namesOf = ({ pk, sk, run }: Item) => ({
  applicationId: String(pk).replace('APP#', ''),
  lineNo: Number(String(sk).split('#')[1]),
  run: Number(run),
});

const open = (item: Item): OpenedRecord | undefined => {
  try {
    return openRecord(item);
  } catch (error) {
    if (error instanceof RecordChangedError) return undefined;
    throw error;
  }
};

/** Every stored assessment of the table, a page at a time. */
const assessmentPages = async function* (table: Table): AsyncGenerator<readonly Item[]> {
  let from: Item | undefined;
  do {
    const { Items = [], LastEvaluatedKey } = await table.documents.send(
      new ScanCommand({
        TableName: table.name,
        ConsistentRead: true,
        FilterExpression: 'begins_with(sk, :assessment)',
        ExpressionAttributeValues: { ':assessment': 'ASSESSMENT#' },
        ...(from && { ExclusiveStartKey: from }),
      }),
    );
    yield Items;
    from = LastEvaluatedKey;
  } while (from);
};

/**
 * Decides every stored assessment again. Reads the whole table, so it is a command and no request.
 * @throws Error when a set of rule values was changed after it was stored
 */
export const replayAll = async function* (table: Table): AsyncGenerator<Replay> {
  const sets = new Map<string, RuleSet | undefined>();
  const rulesOf = async (valuesHash: string): Promise<RuleSet | undefined> => {
    if (!sets.has(valuesHash)) sets.set(valuesHash, await readRuleSet(table, valuesHash));
    return sets.get(valuesHash);
  };
  for await (const items of assessmentPages(table))
    for (const item of items) {
      const opened = open(item);
      const rules = opened && (await rulesOf(opened.record.rules.valuesHash));
      if (opened === undefined) yield { ...namesOf(item), verdict: 'CHANGED', otherRules: false };
      else if (rules === undefined) yield { ...namesOf(item), verdict: 'VALUES_MISSING', otherRules: false };
      else yield replayRecord(opened, rules);
    }
};
