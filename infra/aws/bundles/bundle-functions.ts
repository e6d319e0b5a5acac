import { join } from 'node:path';
import { build } from 'esbuild';
import { functionList } from './function-list.ts';
import { pureDeclarations } from './pure-declarations.ts';
import { withoutUnusedParts } from './without-unused-parts.ts';

const root = join(import.meta.dirname, '..', '..', '..');

export type Bundle = { readonly name: string; readonly file: string; readonly bytes: number };

/** Each function as one minified module, `outDir/NAME/index.mjs`, with everything it needs inside. */
export const bundleFunctions = async (outDir: string): Promise<readonly Bundle[]> => {
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: functionList.map(({ name, entry }) => ({ in: entry, out: `${name}/index` })),
    outdir: outDir,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    minify: true,
    format: 'esm',
    platform: 'node',
    target: 'node24',
    // The ECMAScript builds of the SDK's packages, which leave out the commands that nobody sends.
    mainFields: ['module', 'main'],
    // Our sentences are Chinese: escaped, they would take twice the room.
    charset: 'utf8',
    // Node would read a map only with a flag that slows every start; the commit gives it again when it is needed.
    sourcemap: false,
    legalComments: 'none',
    metafile: true,
    alias: { '@aws-sdk/credential-provider-node': join(import.meta.dirname, 'environment-credentials.ts') },
    plugins: [pureDeclarations(join(root, 'functions')), withoutUnusedParts],
  });
  return functionList.map(({ name }) => {
    const file = join(outDir, name, 'index.mjs');
    const bytes = Object.entries(metafile.outputs).find(([path]) => join(root, path) === file)?.[1].bytes;
    if (bytes === undefined) throw new Error(`esbuild made no bundle of ${name}`);
    return { name, file, bytes };
  });
};
