import { dirname, join, relative } from 'node:path';
import { build, type BuildOptions, type Metafile } from 'esbuild';
import { functionList, type BundledFunction } from './function-list.ts';
import { lazyDeclarations } from './lazy-declarations.ts';
import { withoutUnusedParts } from './without-unused-parts.ts';

const root = join(import.meta.dirname, '..', '..', '..');

export type Bundle = {
  readonly name: string;
  readonly file: string;
  /** What is read before the first call: the module and the parts it always needs. */
  readonly bytes: number;
  /** What is read when it is first needed: the rules, by functions that seldom decide. */
  readonly laterBytes: number;
};

const settings = {
  absWorkingDir: root,
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
} as const satisfies BuildOptions;

type Functions = readonly Pick<BundledFunction, 'name' | 'entry'>[];
type Outputs = Metafile['outputs'];

/** The file and all that it imports at once. */
const atOnce = (outputs: Outputs, file: string, seen = new Set<string>()): ReadonlySet<string> => {
  if (seen.has(file)) return seen;
  seen.add(file);
  for (const { path, kind, external } of outputs[file]?.imports ?? [])
    if (kind === 'import-statement' && external !== true) atOnce(outputs, path, seen);
  return seen;
};

const measured = (name: string, file: string, outputs: Outputs): Bundle => {
  const first = atOnce(outputs, relative(root, file));
  const inFolder = Object.entries(outputs).filter(
    ([path]) => dirname(path) === dirname(relative(root, file)),
  );
  const sum = (wanted: boolean): number =>
    inFolder.reduce((total, [path, { bytes }]) => (first.has(path) === wanted ? total + bytes : total), 0);
  return { name, file, bytes: sum(true), laterBytes: sum(false) };
};

/** Whether a module in it is imported on demand. */
const hasMoreLater = ({ inputs, outputs }: Metafile, file: string): boolean =>
  Object.keys(outputs[relative(root, file)]?.inputs ?? {}).some((input) =>
    inputs[input]?.imports.some(({ kind, external }) => kind === 'dynamic-import' && external !== true),
  );

/** Each function in a folder of its own, `outDir/NAME/index.mjs`, with everything it needs beside or inside it. */
export const bundleFunctions = async (
  outDir: string,
  functions: Functions = functionList,
): Promise<readonly Bundle[]> => {
  const fileOf = (name: string): string => join(outDir, name, 'index.mjs');
  const plugins = [lazyDeclarations(join(root, 'functions')), withoutUnusedParts];
  const make = async (some: Functions, splitting: boolean): Promise<Metafile> => {
    const entryPoints = some.map(({ name, entry }) => ({ in: entry, out: `${name}/index` }));
    const chunkNames = `${some[0]?.name ?? ''}/part-[hash]`;
    const { metafile } = await build({
      ...settings,
      entryPoints,
      outdir: outDir,
      plugins,
      splitting,
      chunkNames,
    });
    return metafile;
  };
  // Together is fast; but files that are read later would be shared between folders, so those are made one by one.
  const together = await make(functions, false);
  const parted = functions.filter(({ name }) => hasMoreLater(together, fileOf(name)));
  const apart = await Promise.all(parted.map((one) => make([one], true)));
  const outputs = Object.fromEntries([together, ...apart].flatMap((made) => Object.entries(made.outputs)));
  return functions.map(({ name }) => measured(name, fileOf(name), outputs));
};
