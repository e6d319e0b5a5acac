import { parseArgs } from 'node:util';
import * as z from 'zod';
import { codeOf, HostError } from './host-error.ts';

export const usage = `Starts the subsidy desk on this machine.

  npm start -- [options]

  --port N      where the desk listens (PORT, 8080)
  --data DIR    the folder that holds everything it keeps (DATA_DIR, .data)
  --reset       empties that folder first: all data is lost
  --no-sample   for a new folder: no sample data, no sample users, no practice clock
  --help

Environment: PORT, HOST (127.0.0.1), DATA_DIR, STATES_PORT and LAMBDA_PORT (any free port),
AWS_ENDPOINT_URL_DYNAMODB (a DynamoDB elsewhere instead of the one that comes with the desk).
`;

const port = (name: string) =>
  z.coerce
    .number(`${name} is not a number`)
    .int(`${name} is not a whole number`)
    .min(0)
    .max(65_535, `${name} is above 65535`);

const settings = z.object({
  port: port('PORT'),
  statesPort: port('STATES_PORT'),
  lambdaPort: port('LAMBDA_PORT'),
  host: z.string().min(1),
  dataDir: z.string().min(1),
  reset: z.boolean(),
  sample: z.boolean(),
  externalDatabaseUrl: z
    .url({ protocol: /^https?$/, error: 'AWS_ENDPOINT_URL_DYNAMODB is not a URL' })
    .optional(),
});

const defaults = { port: 8080, statesPort: 0, lambdaPort: 0, host: '127.0.0.1', dataDir: '.data' };

export type Settings = z.infer<typeof settings>;

const argumentsOf = (args: readonly string[]) => {
  try {
    return parseArgs({
      args: [...args],
      options: {
        port: { type: 'string' },
        data: { type: 'string' },
        reset: { type: 'boolean', default: false },
        sample: { type: 'boolean', default: true },
        help: { type: 'boolean', default: false },
      },
      allowNegative: true,
      strict: true,
    }).values;
  } catch (error) {
    const why = error instanceof Error ? (error.message.split('. ')[0] ?? '') : codeOf(error);
    throw new HostError('OPTION_UNKNOWN', `${why}. See npm start -- --help.`, { cause: error });
  }
};

/** The settings the environment names; an empty variable counts as none. */
const fromEnvironment = (env: NodeJS.ProcessEnv) => {
  const named = {
    port: env['PORT'],
    statesPort: env['STATES_PORT'],
    lambdaPort: env['LAMBDA_PORT'],
    host: env['HOST'],
    dataDir: env['DATA_DIR'],
    externalDatabaseUrl: env['AWS_ENDPOINT_URL_DYNAMODB'],
  };
  return Object.fromEntries(Object.entries(named).filter(([, value]) => value !== undefined && value !== ''));
};

/**
 * What the operator asked for; options come before the environment.
 * @throws HostError OPTION_UNKNOWN or OPTION_INVALID
 */
export const readSettings = (args: readonly string[], env: NodeJS.ProcessEnv): Settings | 'help' => {
  const given = argumentsOf(args);
  if (given.help) return 'help';
  const parsed = settings.safeParse({
    ...defaults,
    ...fromEnvironment(env),
    ...(given.port !== undefined && { port: given.port }),
    ...(given.data !== undefined && { dataDir: given.data }),
    reset: given.reset,
    sample: given.sample,
  });
  if (parsed.success) return parsed.data;
  const why = parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; ');
  throw new HostError('OPTION_INVALID', `${why}. See npm start -- --help.`);
};
