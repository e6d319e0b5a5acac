import { join } from 'node:path';
import ts from 'typescript';

/** The functions as the compiler sees them, types and all: a member is told from its namesakes by its type. */
export const openProgram = (root: string): ts.Program => {
  const read = ts.readConfigFile(join(root, 'tsconfig.json'), (file) => ts.sys.readFile(file));
  const { options } = ts.parseJsonConfigFileContent(read.config, ts.sys, root);
  const files = ts.sys.readDirectory(join(root, 'functions'), ['.ts'], ['**/*.test.ts']);
  return ts.createProgram(files, { ...options, incremental: false });
};
