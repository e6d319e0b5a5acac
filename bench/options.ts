import { parseArgs } from 'node:util';
import { BenchError } from './bench-error.ts';

export const usage = `Measures a whole desk on this machine, from a claim's first draft to its money.

  npm run bench -- [options]

  --claims N      how many claims, 1 to 20000 (500)
  --in-flight N   how many of them at a time, 1 to 256 (32)
  --json          the figures as JSON
  --help

The desk is started by npm start in a temporary folder, on free ports; nothing is left behind.
`;

export type Options = { readonly claims: number; readonly inFlight: number; readonly json: boolean };

const wordsOf = (args: readonly string[]) => {
  try {
    return parseArgs({
      args: [...args],
      options: {
        claims: { type: 'string', default: '500' },
        'in-flight': { type: 'string', default: '32' },
        json: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    }).values;
  } catch (error) {
    const why = error instanceof Error ? (error.message.split('. ')[0] ?? '') : String(error);
    throw new BenchError(`${why}. See npm run bench -- --help.`);
  }
};

const countOf = (name: string, text: string, most: number): number => {
  const count = Number(text);
  if (/^\d{1,6}$/.test(text) && count >= 1 && count <= most) return count;
  throw new BenchError(`${name} takes a whole number from 1 to ${most}, not ${JSON.stringify(text)}.`);
};

/** @throws BenchError for an option there is not, or a number that is none */
export const readOptions = (args: readonly string[]): Options | 'help' => {
  const words = wordsOf(args);
  if (words.help) return 'help';
  return {
    claims: countOf('--claims', words.claims, 20_000),
    inFlight: countOf('--in-flight', words['in-flight'], 256),
    json: words.json,
  };
};
