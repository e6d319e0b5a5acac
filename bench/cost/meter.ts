import { AsyncLocalStorage } from 'node:async_hooks';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { Functions } from '../../infra/local/functions.ts';

/*
 * Stands around the functions and the database client of a desk in this process. Nothing of the desk knows of it, so
 * production pays nothing for it.
 */

/** Who was at work: a function called by a machine or a schedule, or an HTTP operation. */
export type Call = {
  readonly by: 'MACHINE' | 'HTTP';
  readonly name: string;
  /** The application that a machine called for. */
  readonly applicationId?: unknown;
};
export type Invocation = Call & { readonly ms: number };
export type DatabaseCall = {
  readonly call: Call | undefined;
  readonly command: string;
  readonly isWrite: boolean;
  readonly units: number;
  /** The part of the units that the indexes took. */
  readonly indexUnits: number;
  /** What was written, by kind: `Update APP/HEAD`. */
  readonly items: readonly string[];
};
export type Meter = { readonly invocations: Invocation[]; readonly database: DatabaseCall[] };

type Units = { readonly CapacityUnits?: number };
type Consumed = Units & { readonly GlobalSecondaryIndexes?: Readonly<Record<string, Units>> };
type Place = { readonly pk?: unknown; readonly sk?: unknown };
type Input = Record<string, unknown> & { readonly TransactItems?: readonly Record<string, unknown>[] };
type Command = { readonly input: Input };
type Send = (this: unknown, command: Command, ...rest: unknown[]) => Promise<Record<string, unknown>>;

const working = new AsyncLocalStorage<Call>();

const firstWord = (value: unknown): string => (typeof value === 'string' ? (value.split('#')[0] ?? '') : '');
const placeOf = ({ Item, Key }: { readonly Item?: Place; readonly Key?: Place }): string => {
  const { pk, sk } = Item ?? Key ?? {};
  return `${firstWord(pk)}/${firstWord(sk)}`;
};
const itemsOf = ({ TransactItems, ...single }: Input): string[] =>
  TransactItems === undefined
    ? [placeOf(single)]
    : TransactItems.flatMap((item) => Object.entries(item)).map(
        ([kind, body]) => `${kind} ${placeOf(body as { Item?: Place; Key?: Place })}`,
      );

const writing = /^(Put|Update|Delete|TransactWrite|BatchWrite)/;
const indexUnitsOf = ({ GlobalSecondaryIndexes = {} }: Consumed): number =>
  Object.values(GlobalSecondaryIndexes).reduce((sum, { CapacityUnits = 0 }) => sum + CapacityUnits, 0);

/** Has every call of the document client in this process say what it consumed. @returns how to stop */
const listen = ({ database }: Meter): (() => void) => {
  const prototype = DynamoDBDocumentClient.prototype as unknown as { send: Send };
  const { send } = prototype;
  prototype.send = async function (command, ...rest) {
    Object.assign(command.input, { ReturnConsumedCapacity: 'INDEXES' });
    const answer = await send.call(this, command, ...rest);
    const name = command.constructor.name.replace(/Command$/, '');
    for (const consumed of [(answer['ConsumedCapacity'] as Consumed | Consumed[] | undefined) ?? []].flat())
      database.push({
        call: working.getStore(),
        command: name,
        isWrite: writing.test(name),
        units: consumed.CapacityUnits ?? 0,
        indexUnits: indexUnitsOf(consumed),
        items: writing.test(name) ? itemsOf(command.input) : [],
      });
    return answer;
  };
  return () => {
    prototype.send = send;
  };
};

const applicationOf = (event: unknown): unknown =>
  typeof event === 'object' && event !== null && 'applicationId' in event ? event.applicationId : undefined;

type Handler<Event, Context> = (event: Event, context: Context) => Promise<unknown>;

const timed =
  <Event, Context>(
    meter: Meter,
    named: Pick<Call, 'by' | 'name'>,
    handler: Handler<Event, Context>,
  ): Handler<Event, Context> =>
  (event, context) => {
    const call: Call = { ...named, applicationId: applicationOf(event) };
    return working.run(call, async () => {
      const startedAt = performance.now();
      try {
        return await handler(event, context);
      } finally {
        meter.invocations.push({ ...call, ms: performance.now() - startedAt });
      }
    });
  };

/** A meter, and the functions with it around each of them. */
export const createMeter = () => {
  const meter: Meter = { invocations: [], database: [] };
  const stop = listen(meter);
  const around = (functions: Functions): Functions => ({
    ...functions,
    taskHandlers: Object.fromEntries(
      Object.entries(functions.taskHandlers).map(([name, handler]) => [
        name,
        timed(meter, { by: 'MACHINE', name }, handler),
      ]),
    ),
    routes: functions.routes.map((route) => ({
      ...route,
      handler: timed(meter, { by: 'HTTP', name: route.operationId }, route.handler),
    })),
  });
  return {
    meter,
    around,
    /** What was consumed since the last call. */
    take: (): Meter => ({
      invocations: meter.invocations.splice(0),
      database: meter.database.splice(0),
    }),
    stop,
  };
};
