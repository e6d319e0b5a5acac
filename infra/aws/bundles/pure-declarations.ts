import { readFile } from 'node:fs/promises';
import type { Plugin } from 'esbuild';
import ts from 'typescript';

const acts = (node: ts.Node): boolean => {
  if (ts.isFunctionLike(node) || ts.isTypeNode(node)) return false;
  return (
    ts.isCallOrNewExpression(node) ||
    ts.isPropertyAccessExpression(node) ||
    ts.isElementAccessExpression(node) ||
    ts.isSpreadElement(node) ||
    ts.isSpreadAssignment(node) ||
    ts.isTemplateExpression(node) ||
    (ts.forEachChild(node, acts) ?? false)
  );
};

const initializers = (source: ts.SourceFile): ts.Expression[] =>
  source.statements
    .filter(ts.isVariableStatement)
    .flatMap(({ declarationList }) => [...declarationList.declarations])
    .flatMap(({ initializer }) => (initializer !== undefined && acts(initializer) ? [initializer] : []));

/** The same module with every top-level value marked as one that may be left out where nobody uses it. */
export const withPureDeclarations = (file: string, text: string): string => {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest);
  const pieces: string[] = [];
  let end = 0;
  for (const value of initializers(source)) {
    const start = value.getStart(source);
    pieces.push(text.slice(end, start), '/* @__PURE__ */ (() => (', text.slice(start, value.end), '))()');
    end = value.end;
  }
  return [...pieces, text.slice(end)].join('');
};

/**
 * Loading one of our modules does nothing but declare (`functions/README`'s rule: nothing connects before the first
 * call), but esbuild cannot know that of a schema's `z.object(…)`. Told so, it drops what a function does not use.
 */
export const pureDeclarations = (folder: string): Plugin => ({
  name: 'pure-declarations',
  setup: ({ onLoad }) => {
    onLoad({ filter: /\.ts$/ }, async ({ path }) => {
      if (!path.startsWith(folder)) return undefined;
      return { contents: withPureDeclarations(path, await readFile(path, 'utf8')), loader: 'ts' };
    });
  },
});
