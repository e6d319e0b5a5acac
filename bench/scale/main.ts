import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { format, resolveConfig } from 'prettier';
import { report } from './report.ts';

const { values } = parseArgs({ options: { write: { type: 'boolean', default: false } } });
const target = new URL('../../docs/scale.md', import.meta.url);
const pretty = await format(report(), { ...(await resolveConfig(target)), parser: 'markdown' });
if (values.write) writeFileSync(target, pretty);
else process.stdout.write(pretty);
