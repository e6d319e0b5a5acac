import { Command } from 'commander';
import { getLedgerOperation } from '../../../functions/contracts/api/reassessments.ts';
import { allPages } from '../api-client.ts';
import { applicationIdOf } from '../application-id.ts';
import { askBy } from '../as-user.ts';
import { ledgerText } from './ledger-text.ts';

type Options = { readonly as: string; readonly json: boolean; readonly data?: string };

const readLedger = async (text: string, by: Options) => {
  const params = { applicationId: applicationIdOf(text) };
  const ask = await askBy(by);
  return allPages((cursor) =>
    ask(getLedgerOperation, { params, query: { limit: '100', ...(cursor !== undefined && { cursor }) } }),
  );
};

export const ledgerCommand = (): Command =>
  new Command('ledger')
    .description('list what was paid and came back for an application, line by line, masked')
    .argument('<application>', 'its number, for example A20200316-7K3M9QW2ZD')
    .option('--as <user>', 'read it as this user of the desk', 'auditor')
    .option('--json', 'the whole answer as JSON', false)
    .option('--data <dir>', 'the data folder of the running desk (DATA_DIR, .data)')
    .addHelpText(
      'after',
      `
Example:
  npm run -s subsidy -- ledger A20200316-7K3M9QW2ZD

Exit code: 0 listed, 1 refused by the desk, 2 wrong use.`,
    )
    .action(async (application: string, options: Options) => {
      const lines = await readLedger(application, options);
      process.stdout.write(
        `${options.json ? JSON.stringify(lines, null, 2) : ledgerText(application, lines)}\n`,
      );
    });
