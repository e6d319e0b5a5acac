import { Argument, Command } from 'commander';
import { askDesk, findDesk } from '../running-desk.ts';
import { tokenFor } from '../token-command.ts';
import { answerText } from './answer-text.ts';
import { requestOf, type RequestOptions } from './request-of.ts';

type Options = RequestOptions & { readonly as?: string; readonly pick?: string; readonly data?: string };

const collect = (entry: string, before: readonly string[]): string[] => [...before, entry];

const call = async (method: string, path: string, options: Options): Promise<string> => {
  const desk = findDesk(options.data);
  const request = requestOf(method, options);
  if (options.as !== undefined)
    request.headers.set('authorization', `Bearer ${await tokenFor(desk, options.as)}`);
  return answerText(await askDesk(desk, path, request), options.pick);
};

export const callCommand = (): Command =>
  new Command('call')
    .description('ask the running desk something, as one of its users')
    .addArgument(new Argument('<method>', 'what to do').choices(['GET', 'POST', 'PUT']))
    .argument('<path>', 'the operation, as /openapi.json names it, for example /tasks')
    .option('--as <user>', 'sign in as this user; without it as a visitor')
    .option('--body <json>', 'the JSON to send, or @FILE, or @- for standard input')
    .option('--set <field=text>', 'put a field into the body; may be repeated', collect, [])
    .option('--key <key>', 'the Idempotency-Key, to repeat a request (a new one)')
    .option('--pick <field>', 'print one field of the answer only, for example items.0.taskId')
    .option('--data <dir>', 'the data folder of the running desk (DATA_DIR, .data)')
    .addHelpText(
      'after',
      `
Examples:
  npm run -s subsidy -- call GET /tasks --as verifier
  npm run -s subsidy -- call POST /applications --as village --body @docs/first-claim/application.json
  npm run -s subsidy -- call GET '/notices?division=141124'

Exit code: 0 answered, 1 refused by the desk, 2 wrong use. A whole claim, step by step: docs/first-claim.md`,
    )
    .action(async (method: string, path: string, options: Options) => {
      process.stdout.write(`${await call(method, path, options)}\n`);
    });
