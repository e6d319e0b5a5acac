import type * as z from 'zod';
import { isObject } from '../json.ts';
import { diagnosticsOf, schemaFailure, type Diagnostic } from './diagnostics.ts';
import {
  branchSchema,
  processorSchema,
  stateSchemas,
  type machineSchema,
  type MapDefinition,
  type ParallelDefinition,
  type StateDefinition,
  type StateListDefinition,
  type StateType,
} from './schema.ts';

/** What was read, or everything that is wrong with it. */
export type Parsed<T> = { ok: true; value: T } | { ok: false; diagnostics: readonly Diagnostic[] };

const refused = (
  ...diagnostics: readonly Diagnostic[]
): { ok: false; diagnostics: readonly Diagnostic[] } => ({
  ok: false,
  diagnostics,
});

const faultsOf = (all: readonly Parsed<unknown>[]): Diagnostic[] =>
  all.flatMap((parsed) => (parsed.ok ? [] : parsed.diagnostics));

const read = <Schema extends z.ZodType>(
  schema: Schema,
  value: unknown,
  path: string,
): Parsed<z.infer<Schema>> => {
  const parsed = schema.safeParse(value);
  return parsed.success
    ? { ok: true, value: parsed.data }
    : refused(...diagnosticsOf(parsed.error, value, path));
};

const parseParallel = (value: unknown, path: string): Parsed<ParallelDefinition> => {
  const state = read(stateSchemas.Parallel, value, path);
  if (!state.ok) return state;
  const all = state.value.Branches.map((branch, at) =>
    parseList(branch, branchSchema, `${path}/Branches[${at}]`),
  );
  const faults = faultsOf(all);
  if (faults.length > 0) return refused(...faults);
  const branches = all.flatMap((branch) => (branch.ok ? [branch.value] : []));
  return { ok: true, value: { ...state.value, branches } };
};

/** Iterator is ItemProcessor's name of old. */
const parseMap = (value: unknown, path: string): Parsed<MapDefinition> => {
  const state = read(stateSchemas.Map, value, path);
  if (!state.ok) return state;
  const { ItemProcessor, Iterator } = state.value;
  if ((ItemProcessor === undefined) === (Iterator === undefined))
    return refused(schemaFailure('These fields are required: [ItemProcessor]', path));
  const field = ItemProcessor === undefined ? 'Iterator' : 'ItemProcessor';
  const processor = parseList(ItemProcessor ?? Iterator, processorSchema, `${path}/${field}`);
  return processor.ok ? { ok: true, value: { ...state.value, processor: processor.value } } : processor;
};

/** Credentials name a role of another account; there is one account here. First comes what AWS would refuse. */
const credentialsFault = (state: unknown, path: string): Diagnostic | undefined => {
  if (!isObject(state) || !('Credentials' in state)) return undefined;
  const { Credentials } = state;
  return isObject(Credentials) && !('RoleArn' in Credentials)
    ? schemaFailure(`The field 'RoleArn' is required but was missing`, `${path}/Credentials`)
    : schemaFailure(`Field 'Credentials' is not supported`, path);
};

const languageFault = (state: unknown, path: string): Diagnostic | undefined =>
  isObject(state) && state['QueryLanguage'] === 'JSONPath'
    ? schemaFailure(`'QueryLanguage' can not be 'JSONPath' if set to 'JSONata' for whole state machine`, path)
    : undefined;

const isStateType = (type: unknown): type is StateType =>
  typeof type === 'string' && Object.hasOwn(stateSchemas, type);

const typeFault = (type: unknown, path: string): Diagnostic =>
  type === undefined
    ? schemaFailure('These fields are required: [Type]', path)
    : schemaFailure(`Value is not one of: [${Object.keys(stateSchemas).join(', ')}]`, `${path}/Type`);

const parseState = (value: unknown, path: string): Parsed<StateDefinition> => {
  const type = isObject(value) ? value['Type'] : undefined;
  if (!isStateType(type)) return refused(typeFault(type, path));
  const fault = languageFault(value, path) ?? credentialsFault(value, path);
  if (fault) return refused(fault);
  if (type === 'Map') return parseMap(value, path);
  return type === 'Parallel' ? parseParallel(value, path) : read(stateSchemas[type], value, path);
};

type ListSchema = typeof branchSchema | typeof processorSchema | typeof machineSchema;

export const parseList = (value: unknown, schema: ListSchema, path: string): Parsed<StateListDefinition> => {
  const list = read(schema, value, path);
  if (!list.ok) return list;
  const { StartAt, States } = list.value;
  const all = Object.entries(States).map(([name, state]) => ({
    name,
    state: parseState(state, `${path}/States/${name}`),
  }));
  const faults = faultsOf(all.map(({ state }) => state));
  if (faults.length > 0) return refused(...faults);
  const states = new Map(all.flatMap(({ name, state }) => (state.ok ? [[name, state.value] as const] : [])));
  return { ok: true, value: { path, startAt: StartAt, states } };
};
