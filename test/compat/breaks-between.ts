import type { State } from '../workflows/machine.ts';
import type { Contracts, ObjectSchema } from './contracts.ts';

export type States = Readonly<Record<string, State>>;
type Property = ObjectSchema['properties'][string];
/** One Task state, the function it calls, what it sends, and the contracts of both sides. */
type Call = {
  readonly state: string;
  readonly task: State;
  readonly called: string;
  readonly sent: Readonly<Record<string, unknown>>;
  readonly own: Contracts;
  readonly others: Contracts;
};

const isExpression = (value: unknown): boolean => typeof value !== 'string' || value.startsWith('{%');

/** What is written to the narrower schema, the wider one takes; two schemas that differ in form never fit. */
const fits = (narrow: Property | undefined, wide: Property): boolean => {
  if (JSON.stringify(narrow) === JSON.stringify(wide)) return true;
  const known = new Set(wide.enum);
  return narrow?.enum !== undefined && narrow.enum.every((word) => known.has(word));
};

const brokenField = (
  { state, called, own }: Call,
  name: string,
  value: unknown,
  property: Property,
): string[] => {
  if (!isExpression(value))
    return property.enum?.includes(String(value)) === false
      ? [`${state} sends ${name} = ${String(value)}, a word ${called} does not know`]
      : [];
  return fits(own.functions[called]?.input.properties[name], property)
    ? []
    : [`${state} sends ${name} in a form that ${called} may refuse`];
};

/** Inputs are strict: a field too many is refused as a field too few is. */
const brokenInput = (call: Call, input: ObjectSchema): string[] => {
  const { state, called, sent } = call;
  const missing = input.required.filter((name) => !(name in sent));
  return [
    ...missing.map((name) => `${state} does not send ${name}, which ${called} requires`),
    ...Object.entries(sent).flatMap(([name, value]) => {
      const property = input.properties[name];
      if (property === undefined) return [`${state} sends ${name}, which ${called} refuses`];
      return brokenField(call, name, value, property);
    }),
  ];
};

const waitKinds: Readonly<Record<string, string>> = { PublishNotice: 'NOTICE', PayApplication: 'PAY' };

/** A wait is answered through its token, by its kind; another step by what its function returns. */
const answerIn = (
  { task, called, sent }: Call,
  { functions, answers }: Contracts,
): ObjectSchema | undefined =>
  String(task['Resource']).endsWith('.waitForTaskToken')
    ? answers[waitKinds[called] ?? String(sent['kind'])]
    : functions[called]?.output;

type Reading = { readonly variable: string; readonly field: string; readonly guarded: boolean };

const readingsOf = ({ task }: Call): Reading[] =>
  Object.entries((task['Assign'] ?? {}) as Record<string, unknown>).flatMap(([variable, text]) => {
    const field = /\$states\.result\.(?:Payload\.)?(\w+)/.exec(String(text))?.[1];
    return field === undefined ? [] : [{ variable, field, guarded: String(text).includes('$exists') }];
  });

const brokenWords = (
  { state, task, called }: Call,
  { variable }: Reading,
  words: readonly string[],
  states: States,
): string[] => {
  const route = task.Next ?? '';
  const conditions = (states[route]?.Choices ?? []).map(({ Condition = '' }) => Condition);
  const tested = conditions.map((text) => /\$(\w+) = '(\w+)'/.exec(text) ?? []);
  const branches = tested.flatMap(([, name, word]) => (name === variable ? [word] : []));
  // A word that is not named goes on to the branches of another variable.
  const fallsThrough = tested.some(([, name]) => name !== variable);
  if (branches.length === 0 || fallsThrough) return [];
  return words
    .filter((word) => !branches.includes(word))
    .map((word) => `${route} has no branch for ${word}, which ${called} may answer to ${state}`);
};

const brokenReading = (
  call: Call,
  reading: Reading,
  { properties, required }: ObjectSchema,
  states: States,
): string[] => {
  const { state, called, own } = call;
  const { field, guarded } = reading;
  const property = properties[field];
  if (property === undefined) return [`${state} reads ${field}, which ${called} never answers`];
  if (!guarded && !required.includes(field))
    return [`${state} reads ${field}, which ${called} does not always answer`];
  if (property.enum) return brokenWords(call, reading, property.enum, states);
  const known = answerIn(call, own)?.properties[field];
  return known && !fits(property, known)
    ? [`${state} reads ${field}, which ${called} answers in another form`]
    : [];
};

const brokenCall = (call: Call, states: States): string[] => {
  const contract = call.others.functions[call.called];
  if (contract === undefined) return [`${call.state} calls ${call.called}, which does not exist`];
  const answer = answerIn(call, call.others);
  return [
    ...brokenInput(call, contract.input),
    ...(answer === undefined
      ? [`${call.state} waits for what is never answered`]
      : readingsOf(call).flatMap((reading) => brokenReading(call, reading, answer, states))),
  ];
};

/**
 * What would break if a machine's executions ran on against the functions of another release; empty when they go on.
 * @param own the contracts the machine was written for
 */
export const breaksBetween = (states: States, own: Contracts, others: Contracts): string[] =>
  Object.entries(states).flatMap(([state, task]) => {
    const { Payload: sent = {} } = (task['Arguments'] ?? {}) as { Payload?: Record<string, unknown> };
    const called = /"\$\{(\w+)Arn\}"/.exec(JSON.stringify(task['Arguments'] ?? {}))?.[1];
    return called === undefined ? [] : brokenCall({ state, task, called, sent, own, others }, states);
  });
