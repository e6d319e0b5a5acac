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

const shapes: Record<string, (name: string) => string> = {
  Choice: (name) => `${name}{${name}}`,
  Succeed: (name) => `${name}([${name}])`,
  Fail: (name) => `${name}[[${name}]]`,
};

const word = (condition: string | undefined): string => /= '(\w+)'/.exec(condition ?? '')?.[1] ?? '';

/** Park states catch every failure and lead on to every step; drawn, they would hide the way. */
const isPlumbing = (name: string): boolean =>
  ['ParkApplication', 'RouteOperation', 'UnknownOutcome', 'NeedsOperator'].includes(name);

const arrows = (name: string, { Next, Default, Choices = [], Catch = [] }: State): string[] => [
  ...[Next, Default].flatMap((next) =>
    next === undefined || isPlumbing(next) ? [] : [`  ${name} --> ${next}`],
  ),
  ...Choices.filter(({ Next: next }) => !isPlumbing(next)).map(
    (choice) => `  ${name} -- ${word(choice.Condition)} --> ${choice.Next}`,
  ),
  ...Catch.filter(
    ({ ErrorEquals, Next: next }) => ErrorEquals.includes('States.Timeout') && next !== name,
  ).map((caught) => `  ${name} -. time-out .-> ${caught.Next}`),
];

/** The machine as a Mermaid flow chart, in the order of the file. */
export const drawMachine = ({ StartAt, States }: Machine): string => {
  const drawn = Object.entries(States).filter(([name]) => !isPlumbing(name));
  return [
    'flowchart TD',
    `  start(( )) --> ${StartAt}`,
    ...drawn.map(([name, { Type }]) => `  ${shapes[Type]?.(name) ?? `${name}[${name}]`}`),
    ...drawn.flatMap(([name, each]) => arrows(name, each)),
  ].join('\n');
};
