import { globSync, readFileSync } from 'node:fs';
import * as z from 'zod';

const rule = z.looseObject({ Next: z.string(), Condition: z.string().optional() });
const state = z.looseObject({
  Type: z.string(),
  Next: z.string().optional(),
  Default: z.string().optional(),
  Choices: z.array(rule).optional(),
  Catch: z.array(z.looseObject({ ErrorEquals: z.array(z.string()), Next: z.string() })).optional(),
  Retry: z.array(z.looseObject({ ErrorEquals: z.array(z.string()), MaxAttempts: z.number() })).optional(),
  Comment: z.string().optional(),
  ItemProcessor: z.looseObject({ StartAt: z.string(), States: z.record(z.string(), z.unknown()) }).optional(),
});
const machine = z.looseObject({
  StartAt: z.string(),
  QueryLanguage: z.string().optional(),
  TimeoutSeconds: z.number().optional(),
  States: z.record(z.string(), state),
});
export type Machine = z.infer<typeof machine>;
export type State = z.infer<typeof state>;

export const machineFiles = (): string[] => globSync('workflows/**/*.asl.json').sort();

export const readMachine = (file: string): Machine => machine.parse(JSON.parse(readFileSync(file, 'utf8')));

/** Every state of a machine, and those a Map runs for each of its items. */
export const everyState = ({ States }: Machine): [string, State][] =>
  Object.entries(States).flatMap(([name, each]) => [
    [name, each],
    ...Object.entries(each.ItemProcessor?.States ?? {}).map(([inner, raw]): [string, State] => [
      inner,
      state.parse(raw),
    ]),
  ]);

const shapes: Record<string, (name: string) => string> = {
  Choice: (name) => `${name}{${name}}`,
  Succeed: (name) => `${name}([${name}])`,
  Fail: (name) => `${name}[[${name}]]`,
};

const word = (condition: string | undefined): string => /= '(\w+)'/.exec(condition ?? '')?.[1] ?? '';

const labelled = (label: string): string => (label === '' ? '-->' : `-- ${label} -->`);

/** Park states catch every failure and lead on to every step; drawn, they would hide the way. */
const isPlumbing = (name: string): boolean =>
  ['ParkApplication', 'RouteOperation', 'UnknownOutcome', 'NeedsOperator'].includes(name);

const arrows = (
  name: string,
  { Next, Default, Choices = [], Catch = [], ItemProcessor }: State,
): string[] => [
  ...[Next, Default].flatMap((next) =>
    next === undefined || isPlumbing(next) ? [] : [`  ${name} --> ${next}`],
  ),
  ...Choices.filter(({ Next: next }) => !isPlumbing(next)).map(
    (choice) => `  ${name} ${labelled(word(choice.Condition))} ${choice.Next}`,
  ),
  ...Catch.filter(
    ({ ErrorEquals, Next: next }) => ErrorEquals.includes('States.Timeout') && next !== name,
  ).map((caught) => `  ${name} -. time-out .-> ${caught.Next}`),
  ...Catch.filter(
    ({ ErrorEquals, Next: next }) => ErrorEquals.includes('States.ALL') && !isPlumbing(next),
  ).map((caught) => `  ${name} -. fails .-> ${caught.Next}`),
  ...(ItemProcessor ? [`  ${name} -- each --> ${ItemProcessor.StartAt}`] : []),
];

/** The machine as a Mermaid flow chart, in the order of the file. */
export const drawMachine = (drawing: Machine): string => {
  const drawn = everyState(drawing).filter(([name]) => !isPlumbing(name));
  return [
    'flowchart TD',
    `  start(( )) --> ${drawing.StartAt}`,
    ...drawn.map(([name, { Type }]) => `  ${shapes[Type]?.(name) ?? `${name}[${name}]`}`),
    ...drawn.flatMap(([name, each]) => arrows(name, each)),
  ].join('\n');
};
