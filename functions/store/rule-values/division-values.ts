import * as z from 'zod';
import { version, type Version } from '../../contracts/application.ts';
import { storedValue, type StoredValue } from '../../contracts/rule-proposal.ts';
import { pack, unpack } from '../assessments/packed.ts';
import { ruleValuesKey } from '../keys.ts';
import type { Item } from '../read-application.ts';
import type { Write } from '../transact.ts';

/** The approved rule values of one division, and where its chain of events stands. */
export type DivisionValues = {
  readonly division: string;
  /** Raised by each approval; a proposal leaves it alone. */
  readonly revision: number;
  /** Of the last event about the division's values. */
  readonly version?: Version | undefined;
  readonly rows: readonly StoredValue[];
};

const item = z.object({
  revision: z.int().min(0),
  version,
  packed: z.instanceof(Uint8Array),
});
const contents = z.array(storedValue);

/** How far the values have come, without opening them. */
export const revisionIn = (found: Item | undefined): number =>
  found === undefined ? 0 : item.pick({ revision: true }).parse(found).revision;

/** From its item; a division that has never set anything has none. */
export const divisionValuesFrom = (division: string, found: Item | undefined): DivisionValues => {
  if (found === undefined) return { division, revision: 0, rows: [] };
  const { revision, version: last, packed } = item.parse(found);
  return { division, revision, version: last, rows: contents.parse(JSON.parse(unpack(packed))) };
};

/** The item after a change, as long as nobody was faster. */
export const divisionValuesWrite = (
  { division, version: seen }: DivisionValues,
  { revision, rows }: Pick<DivisionValues, 'revision' | 'rows'>,
  next: Version,
): Write => ({
  Put: {
    Item: { ...ruleValuesKey(division), revision, version: next, packed: pack(JSON.stringify(rows)) },
    ...(seen === undefined
      ? { ConditionExpression: 'attribute_not_exists(pk)' }
      : {
          ConditionExpression: '#version = :seen',
          ExpressionAttributeNames: { '#version': 'version' },
          ExpressionAttributeValues: { ':seen': seen },
        }),
  },
});
