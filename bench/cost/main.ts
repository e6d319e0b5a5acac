import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { format, resolveConfig } from 'prettier';
import { report } from './report.ts';
import { runClaims } from './run-claims.ts';
import { runSamplesWay } from './samples-way/run-samples-way.ts';

const { values } = parseArgs({ options: { write: { type: 'boolean', default: false } } });
const target = new URL('../../docs/cost.md', import.meta.url);

const text = report({
  samples: await runSamplesWay(),
  ...(await runClaims([1, 2, 5, 12])),
});
const options = await resolveConfig(target);
const pretty = await format(text, { ...options, parser: 'markdown' });
if (values.write) writeFileSync(target, pretty);
else process.stdout.write(pretty);
