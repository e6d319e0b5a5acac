import { enableCompileCache } from 'node:module';
import { fileURLToPath } from 'node:url';

// Before anything large is imported: from the second run on nothing is compiled again.
enableCompileCache(fileURLToPath(new URL('../../node_modules/.cache/node-compile', import.meta.url)));

const { run } = await import('./run.ts');
await run(process.argv.slice(2));
