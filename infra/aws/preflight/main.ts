import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { readSettings, SettingsError } from '../settings.ts';
import { lookAtAccount } from './look.ts';
import { contextOf } from './context.ts';

const usage = `Looks at the account before a deployment; changes nothing.

  npm run -s aws:preflight -- [-c NAME=VALUE ...]

Takes the settings of cdk.context.json too. Exit 1: something would stop the deployment.
`;

const run = async (): Promise<number> => {
  const { values } = parseArgs({
    options: { context: { type: 'string', short: 'c', multiple: true }, help: { type: 'boolean' } },
  });
  if (values.help) {
    process.stdout.write(usage);
    return 0;
  }
  const settings = readSettings(
    contextOf(values.context ?? [], () => readFileSync('cdk.context.json', 'utf8')),
  );
  const findings = await lookAtAccount(settings);
  for (const { weight, code, message } of findings) process.stdout.write(`${weight} ${code}: ${message}\n`);
  if (findings.length === 0) process.stdout.write('Nothing in this account is in the way.\n');
  return findings.some(({ weight }) => weight === 'STOP') ? 1 : 0;
};

try {
  process.exitCode = await run();
} catch (error) {
  if (!(error instanceof SettingsError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
