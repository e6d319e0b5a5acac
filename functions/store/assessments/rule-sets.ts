import { GetCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { parseRuleValues } from '../../contracts/rule-values.ts';
import type { RuleSet } from '../../rules/facts.ts';
import { ruleSetKey } from '../keys.ts';
import type { Table } from '../table-client.ts';
import type { Write } from '../transact.ts';
import { canonical, hashOf } from './canonical.ts';
import { pack, unpack } from './packed.ts';
import { RecordChangedError } from './record-changed-error.ts';

const hashes = new WeakMap<RuleSet, { readonly hash: string; readonly text: string }>();

const textOf = (rules: RuleSet) => {
  const before = hashes.get(rules);
  if (before) return before;
  const text = canonical({ sources: rules.sources, values: rules.values });
  const made = { hash: hashOf(text), text };
  hashes.set(rules, made);
  return made;
};

/** By what it says: two counties with the same values and documents share a set. */
export const hashOfRuleSet = (rules: RuleSet): string => textOf(rules).hash;

/** Which sets this process has seen stored, for each table. */
const stored = new WeakMap<Table, Set<string>>();

const storedIn = (table: Table): Set<string> => {
  const known = stored.get(table) ?? new Set<string>();
  stored.set(table, known);
  return known;
};

/** The writes that keep sets of values that this process has not seen kept; harmless to repeat. */
export const keepRuleSets = (table: Table, sets: readonly RuleSet[]): Write[] => {
  const missing = new Map(sets.map((rules) => [hashOfRuleSet(rules), rules]));
  for (const hash of storedIn(table)) missing.delete(hash);
  return [...missing].map(([hash, rules]) => ({
    Put: { Item: { ...ruleSetKey(hash), hash, packed: pack(textOf(rules).text) } },
  }));
};

/** To be called once the writes of `keepRuleSets` have gone through. */
export const noteKept = (table: Table, sets: readonly RuleSet[]): void => {
  for (const rules of sets) storedIn(table).add(hashOfRuleSet(rules));
};

const item = z.object({ hash: z.string(), packed: z.instanceof(Uint8Array) });
const contents = z.object({ values: z.unknown(), sources: z.record(z.string(), z.string()) });

/**
 * A set of values as it was when a record used it; undefined when it is not there.
 * @throws RecordChangedError when what is stored is not what its hash says
 */
export const readRuleSet = async (table: Table, hash: string): Promise<RuleSet | undefined> => {
  const { Item } = await table.documents.send(
    new GetCommand({ TableName: table.name, Key: ruleSetKey(hash), ConsistentRead: true }),
  );
  if (Item === undefined) return undefined;
  const text = unpack(item.parse(Item).packed);
  if (hashOf(text) !== hash)
    throw new RecordChangedError(`The rule values ${hash} were changed after they were stored`);
  const { values, sources } = contents.parse(JSON.parse(text));
  return { values: parseRuleValues(values), sources };
};
