import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import permissions from '../access/permissions.json' with { type: 'json' };
export const bundleFunctions = async (outDir: string): Promise<void> => {
  for (const name of Object.keys(permissions)) {
    mkdirSync(join(outDir, name), { recursive: true });
    writeFileSync(join(outDir, name, 'index.mjs'), `export const handler = async () => '${name}';`);
  }
};
