import jsonata from 'jsonata';
import { isObject } from '../json.ts';
import { expressionIn } from '../expressions/expression.ts';
import type { Diagnostic } from './diagnostics.ts';
import type { StateDefinition, StateListDefinition } from './schema.ts';
import { allStates } from './walk.ts';

/** The parts of a value, with their paths. */
const partsOf = (value: unknown, path: string): (readonly [part: unknown, path: string])[] => {
  if (Array.isArray(value)) return value.map((item: unknown, at) => [item, `${path}[${at}]`]);
  return isObject(value) ? Object.entries(value).map(([key, item]) => [item, `${path}/${key}`]) : [];
};

/** Strings that may be expressions; nested lists of states are visited as lists of their own. */
const stringsIn = function* (value: unknown, path: string): Generator<{ text: string; path: string }> {
  if (typeof value === 'string') yield { text: value, path };
  for (const [part, place] of partsOf(value, path)) yield* stringsIn(part, place);
};

const nested = new Set(['branches', 'processor', 'Branches', 'ItemProcessor', 'Iterator', 'Comment']);

const expressionsOf = function* (state: StateDefinition, path: string) {
  for (const [field, value] of Object.entries(state))
    if (!nested.has(field)) yield* stringsIn(value, `${path}/${field}`);
};

type Node = { readonly [key: string]: unknown };

const children = (node: Node): Node[] =>
  Object.values(node)
    .flat(2)
    .filter((child) => isObject(child));

/** `$` and `$$` name the context item, and so does a bare name at the start of a path. */
const contextNameOf = (node: Node): string | undefined => {
  const { type, value } = node;
  if (type === 'name' && typeof value === 'string') return value;
  return type === 'variable' && (value === '' || value === '$') ? `$${value}` : undefined;
};

/** Functions bring arguments, filters and transforms bring items: inside them there is a context. */
const bringsContext = (node: Node): boolean =>
  node['type'] === 'lambda' || node['type'] === 'transform' || 'predicate' in node;

const firstStep = ({ steps }: Node): unknown => (Array.isArray(steps) ? steps[0] : undefined);

/** Names read from a context item, of which there is none at the top level of a machine's expression. */
const topLevelNames = function* (node: Node): Generator<string> {
  const name = contextNameOf(node);
  if (name !== undefined) yield name;
  if (bringsContext(node)) return;
  const inner = node['type'] === 'path' ? [firstStep(node)].filter(isObject) : children(node);
  for (const child of inner) yield* topLevelNames(child);
};

const messageOf = (error: unknown): string =>
  isObject(error) && typeof error['message'] === 'string' ? error['message'] : String(error);

const unsupported = (message: string, location: string): Diagnostic => ({
  code: 'UNSUPPORTED_JSONATA_EXPRESSION',
  message,
  location,
});

const checkExpression = (source: string, location: string): Diagnostic[] => {
  let ast: unknown;
  try {
    ast = jsonata(source).ast();
  } catch (error) {
    return [{ code: 'INVALID_JSONATA_EXPRESSION', message: messageOf(error), location }];
  }
  if (!isObject(ast)) return [];
  return [...new Set(topLevelNames(ast))].map((name) =>
    unsupported(`Reference to '${name}' at the top level is not supported.`, location),
  );
};

/** $states.errorOutput exists in a catcher only. */
const checkErrorOutput = (source: string, path: string, statePath: string): Diagnostic[] =>
  /\$states\s*\.\s*errorOutput\b/.test(source) && !path.startsWith(`${statePath}/Catch[`)
    ? [unsupported(`Reference to '$states.errorOutput' is only supported in 'Catch'.`, path)]
    : [];

/** Every expression parses and reads only what exists where it stands. */
export const checkExpressions = (root: StateListDefinition): Diagnostic[] =>
  [...allStates(root)].flatMap(({ state, path: statePath }) =>
    [...expressionsOf(state, statePath)].flatMap(({ text, path }) => {
      const source = expressionIn(text);
      if (source === undefined) return [];
      return [...checkExpression(source, path), ...checkErrorOutput(source, path, statePath)];
    }),
  );
