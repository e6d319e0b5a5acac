import { AsyncLocalStorage } from 'node:async_hooks';
import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { SFNClient } from '@aws-sdk/client-sfn';
import * as z from 'zod';
import { loadFunctions, type Functions } from '../../infra/local/functions.ts';

/** One thing that a function did: `table GetItem APP#A20…`, `work Query QUEUE#…`, `states StartExecution`. */
export type Deed = { readonly on: string; readonly action: string; readonly leading: string };

const text = z.union([z.string(), z.object({ S: z.string() }).transform(({ S }) => S)]);
const keyed = z.looseObject({ pk: text });
const write = z.looseObject({ Key: keyed.optional(), Item: keyed.optional() });
const asked = z.looseObject({
  Key: keyed.optional(),
  Item: keyed.optional(),
  IndexName: z.string().optional(),
  ExpressionAttributeValues: z.record(z.string(), text.or(z.unknown())).optional(),
  KeyConditionExpression: z.string().optional(),
  RequestItems: z.record(z.string(), z.looseObject({ Keys: z.array(keyed) })).optional(),
  TransactItems: z.array(z.record(z.string(), write)).optional(),
});
type Asked = z.infer<typeof asked>;

const writesAs: Readonly<Record<string, string>> = {
  Put: 'PutItem',
  Update: 'UpdateItem',
  Delete: 'DeleteItem',
  ConditionCheck: 'ConditionCheckItem',
};

const queriedBy = ({ KeyConditionExpression = '', ExpressionAttributeValues = {} }: Asked): string => {
  const [, name = ''] = /= (:\w+)/.exec(KeyConditionExpression) ?? [];
  return text.parse(ExpressionAttributeValues[name]);
};

const deedsOf = (command: string, input: unknown): Deed[] => {
  const given = asked.parse(input);
  const action = command.replace(/Command$/, '').replace(/^(Get|Put|Update|Delete)$/, '$1Item');
  if (action.startsWith('Query'))
    return [{ on: given.IndexName ?? 'table', action: 'Query', leading: queriedBy(given) }];
  if (given.TransactItems)
    return given.TransactItems.flatMap((one) =>
      Object.entries(one).map(([kind, { Key, Item }]) => ({
        on: 'table',
        action: writesAs[kind] ?? kind,
        leading: (Key ?? Item)?.pk ?? '',
      })),
    );
  if (given.RequestItems)
    return Object.values(given.RequestItems).flatMap(({ Keys }) =>
      Keys.map(({ pk }) => ({ on: 'table', action: 'BatchGetItem', leading: pk })),
    );
  return [{ on: 'table', action, leading: (given.Key ?? given.Item)?.pk ?? '' }];
};

/** Runs the desk's functions and notes what each of them really asks of the database and of the engine. */
export const createRecorder = () => {
  const running = new AsyncLocalStorage<string>();
  const deeds = new Map<string, Map<string, Deed>>();
  const note = (deed: Deed): void => {
    const name = running.getStore();
    if (name === undefined) return;
    const done = deeds.get(name) ?? new Map<string, Deed>();
    done.set(`${deed.on} ${deed.action} ${deed.leading}`, deed);
    deeds.set(name, done);
  };
  const hear = (message: unknown): void => {
    const { command, input } = z.object({ command: z.string(), input: z.unknown() }).parse(message);
    for (const deed of deedsOf(command, input)) note(deed);
  };
  subscribe('subsidy.database.round-trip', hear);
  // eslint-disable-next-line @typescript-eslint/unbound-method -- it is put back as it was
  const { send } = SFNClient.prototype;
  SFNClient.prototype.send = function (this: SFNClient, ...given: Parameters<typeof send>) {
    note({ on: 'states', action: given[0].constructor.name.replace(/Command$/, ''), leading: '' });
    return Reflect.apply(send, this, given) as unknown;
  } as typeof send;

  const watched =
    <Given extends readonly unknown[], Answer>(name: string, handler: (...given: Given) => Answer) =>
    (...given: Given): Answer =>
      running.run(name, () => handler(...given));
  const load = async (): Promise<Functions> => {
    const { routes, taskHandlers, tableDefinition } = await loadFunctions();
    return {
      tableDefinition,
      routes: routes.map((route) => ({
        ...route,
        handler: watched('operationId' in route ? route.operationId : '', route.handler),
      })),
      taskHandlers: Object.fromEntries(
        Object.entries(taskHandlers).map(([name, handler]) => [name, watched(name, handler)]),
      ),
    };
  };
  return {
    load,
    /** By function, each thing it did. */
    deeds: (): ReadonlyMap<string, readonly Deed[]> =>
      new Map([...deeds].map(([name, done]) => [name, [...done.values()]])),
    stop: () => {
      unsubscribe('subsidy.database.round-trip', hear);
      SFNClient.prototype.send = send;
    },
  };
};
