import { Command } from 'commander';
import * as z from 'zod';
import { readFileIfThere } from '../local/secret-file.ts';
import { CliError } from './cli-error.ts';
import { askDesk, findDesk, type RunningDesk } from './running-desk.ts';

const secrets = z.record(z.string(), z.string());
const granted = z.object({ access_token: z.string() });

/** A token for one of the desk's users. @throws CliError USER_UNKNOWN with the names there are */
export const tokenFor = async (desk: RunningDesk, user: string): Promise<string> => {
  const all = secrets.parse(JSON.parse(readFileIfThere(desk.file('secrets/users.json')) ?? '{}'));
  const secret = Object.hasOwn(all, user) ? all[user] : undefined;
  if (secret === undefined)
    throw new CliError(
      'USER_UNKNOWN',
      `There is no user ${user}. There are: ${Object.keys(all).join(', ')}.`,
    );
  const response = await askDesk(desk, '/oidc/token', {
    method: 'POST',
    headers: {
      authorization: `Basic ${Buffer.from(`${encodeURIComponent(user)}:${encodeURIComponent(secret)}`).toString('base64')}`,
    },
    body: new URLSearchParams({ grant_type: 'client_credentials' }),
  });
  if (!response.ok)
    throw new CliError('TOKEN_REFUSED', `The desk gave no token for ${user} (${response.status}).`, 1);
  return granted.parse(await response.json()).access_token;
};

export const tokenCommand = (): Command =>
  new Command('token')
    .description('print an access token for one of the desk’s users')
    .argument('<user>', 'the user, for example verifier')
    .option('--data <dir>', 'the data folder of the running desk (DATA_DIR, .data)')
    .addHelpText(
      'after',
      `
Example:
  curl -H "Authorization: Bearer $(npm run -s subsidy -- token verifier)" http://127.0.0.1:8080/tasks`,
    )
    .action(async (user: string, options: { readonly data?: string }) => {
      process.stdout.write(`${await tokenFor(findDesk(options.data), user)}\n`);
    });
