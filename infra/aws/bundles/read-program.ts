import { globSync } from 'node:fs';
import { dirname, join } from 'node:path';
import ts from 'typescript';

/**
 * The sources of a folder as one program whose names can be followed from file to file. Libraries are left out:
 * nothing here asks for their types, and they are most of the time that a whole program takes.
 */
export const readProgram = (folder: string): ts.Program => {
  const options: ts.CompilerOptions = {
    target: ts.ScriptTarget.ESNext,
    module: ts.ModuleKind.ESNext,
    allowImportingTsExtensions: true,
    noEmit: true,
    noLib: true,
    types: [],
  };
  const files = globSync('**/*.ts', { cwd: folder, exclude: ['**/*.test.ts'] }).map((file) =>
    join(folder, file),
  );
  const known = new Set(files);
  const host = ts.createCompilerHost(options);
  host.resolveModuleNameLiterals = (literals, containing) =>
    literals.map(({ text }) => {
      const resolvedFileName = join(dirname(containing), text);
      return known.has(resolvedFileName)
        ? { resolvedModule: { resolvedFileName, extension: ts.Extension.Ts } }
        : { resolvedModule: undefined };
    });
  return ts.createProgram(files, options, host);
};
