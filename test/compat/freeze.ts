import { execFileSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { machineFiles } from '../workflows/machine.ts';
import { todaysContracts } from './contracts.ts';

/** `npm run -s compat:freeze -- 2026-12`: keeps this release's machines and contracts for the next ones' tests. */
const [name = ''] = process.argv.slice(2);
const folder = `test/compat/${name}`;
const fail = (text: string): never => {
  process.stderr.write(`${text}\n`);
  process.exit(2);
};
if (!/^\d{4}-\d{2}(?:-\d+)?$/.test(name))
  fail(
    'FREEZE_NAME: Name the release by its month: npm run -s compat:freeze -- 2027-01 (2027-01-2 for a second one).',
  );
if (existsSync(folder))
  fail(`FREEZE_EXISTS: ${folder} is there. What was frozen never changes; take another name.`);
mkdirSync(folder);
for (const file of machineFiles()) copyFileSync(file, `${folder}/${basename(file)}`);
writeFileSync(`${folder}/contracts.json`, JSON.stringify(todaysContracts(), null, 2));
execFileSync('node_modules/.bin/prettier', ['--write', folder], { stdio: 'ignore' });
process.stdout.write(`${folder}\n`);
