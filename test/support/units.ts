import type { Table } from '../../functions/store/table-client.ts';

type Capacity = {
  readonly CapacityUnits?: number | undefined;
  readonly Table?: { readonly CapacityUnits?: number | undefined } | undefined;
  readonly GlobalSecondaryIndexes?:
    Readonly<Record<string, { readonly CapacityUnits?: number | undefined }>> | undefined;
};

/** What one call consumed; a read or write unit as DynamoDB bills it. */
export type Consumed = {
  readonly step: string;
  readonly command: string;
  readonly units: number;
  readonly inTable: number;
  readonly inIndexes: Readonly<Record<string, number>>;
  /** The kinds of items a transaction wrote, by the first word of their sort key. */
  readonly items: readonly string[];
};

const writes = new Set([
  'TransactWriteItemsCommand',
  'PutItemCommand',
  'UpdateItemCommand',
  'DeleteItemCommand',
  'BatchWriteItemCommand',
]);
export const isWrite = ({ command }: Consumed): boolean => writes.has(command);

type Keyed = { readonly pk?: string; readonly sk?: string };
type Body = { readonly Item?: Keyed; readonly Key?: Keyed };

const first = (key: string | undefined): string => key?.split('#')[0] ?? '';

const kindOf = (write: Record<string, unknown>): string => {
  const [kind = '', body] = Object.entries(write)[0] ?? [];
  const { Item, Key } = body as Body;
  const { pk, sk } = Item ?? Key ?? {};
  return `${kind} ${first(pk)}/${first(sk)}`;
};

const itemsOf = (input: object): string[] => {
  if ('TransactItems' in input) return (input.TransactItems as Record<string, unknown>[]).map(kindOf);
  return 'Item' in input || 'Key' in input ? [kindOf({ Write: input })] : [];
};

const partsOf = ({ CapacityUnits = 0, Table, GlobalSecondaryIndexes = {} }: Capacity) => ({
  units: CapacityUnits,
  inTable: Table?.CapacityUnits ?? 0,
  inIndexes: Object.fromEntries(
    Object.entries(GlobalSecondaryIndexes).map(([name, index]) => [name, index.CapacityUnits ?? 0]),
  ),
});

/**
 * Asks DynamoDB for the units of every call from now on. The embedded database counts them by DynamoDB's own rules
 * (test/support/units.test.ts).
 */
export const meterUnits = ({ documents }: Table) => {
  const consumed: Consumed[] = [];
  let step = '';
  documents.middlewareStack.add(
    (next, context) => async (args) => {
      Object.assign(args.input, { ReturnConsumedCapacity: 'INDEXES' });
      const result = await next(args);
      const { ConsumedCapacity } = result.output as { ConsumedCapacity?: Capacity | Capacity[] };
      const command = context.commandName ?? '';
      for (const capacity of [ConsumedCapacity ?? []].flat())
        consumed.push({ step, command, ...partsOf(capacity), items: itemsOf(args.input) });
      return result;
    },
    { step: 'initialize', name: 'meterUnits' },
  );
  return {
    consumed,
    /** Names what is done from now on. */
    begin: (name: string) => {
      step = name;
    },
  };
};
