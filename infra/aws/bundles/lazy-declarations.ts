import { join } from 'node:path';
import type { Plugin } from 'esbuild';
import ts from 'typescript';
import { readProgram } from './read-program.ts';

type Edit = { readonly from: number; readonly to: number; readonly text: string };

const insertion = (from: number, text: string): Edit => ({ from, to: from, text });

const isItself = (node: ts.Node): boolean =>
  ts.isFunctionLike(node) ||
  ts.isClassLike(node) ||
  ts.isLiteralExpression(node) ||
  node.kind === ts.SyntaxKind.TrueKeyword ||
  node.kind === ts.SyntaxKind.FalseKeyword;

/** Nothing is run to make it: a function, a literal, or a list or object of such. */
const isInert = (node: ts.Node): boolean => {
  if (isItself(node)) return true;
  if (ts.isPropertyAssignment(node)) return isInert(node.initializer);
  if (ts.isAsExpression(node) || ts.isSatisfiesExpression(node) || ts.isParenthesizedExpression(node))
    return isInert(node.expression);
  if (ts.isArrayLiteralExpression(node)) return node.elements.every(isInert);
  if (ts.isObjectLiteralExpression(node)) return node.properties.every(isInert);
  return false;
};

type Lazy = ts.VariableDeclaration & { readonly name: ts.Identifier; readonly initializer: ts.Expression };

const isLazy = (node: ts.VariableDeclaration): node is Lazy =>
  ts.isIdentifier(node.name) &&
  // What Lambda calls must be there when the module is.
  node.name.text !== 'handler' &&
  node.initializer !== undefined &&
  !isInert(node.initializer);

const declarationsOf = (source: ts.SourceFile): Lazy[] =>
  source.statements
    .filter(ts.isVariableStatement)
    .flatMap(({ declarationList }) => declarationList.declarations.filter(isLazy));

const tableIn = (node: ts.Expression): ts.ObjectLiteralExpression | undefined => {
  if (ts.isAsExpression(node) || ts.isSatisfiesExpression(node)) return tableIn(node.expression);
  return ts.isObjectLiteralExpression(node) ? node : undefined;
};

/** The entries of a table become getters: who looks up one instrument makes what one instrument needs. */
const gettersIn = (source: ts.SourceFile, { initializer }: Lazy): Edit[] =>
  (tableIn(initializer)?.properties ?? []).flatMap((entry) => {
    if (!ts.isPropertyAssignment(entry) || !ts.isIdentifier(entry.name) || isInert(entry)) return [];
    const { name, initializer: value } = entry;
    return [
      insertion(name.getStart(source), 'get '),
      { from: name.end, to: value.getStart(source), text: `() { return $kept(this, '${name.text}', () => (` },
      insertion(value.end, ')); }'),
    ];
  });

const isName = (node: ts.Identifier): boolean => {
  const { parent } = node;
  return (
    ts.isImportSpecifier(parent) ||
    ts.isExportSpecifier(parent) ||
    (ts.isVariableDeclaration(parent) && parent.name === node) ||
    ts.isPartOfTypeNode(node)
  );
};

/** The value that an identifier stands for, wherever it is declared. */
const valueAt = (checker: ts.TypeChecker, node: ts.Identifier): ts.Declaration | undefined => {
  const symbol = ts.isShorthandPropertyAssignment(node.parent)
    ? checker.getShorthandAssignmentValueSymbol(node.parent)
    : checker.getSymbolAtLocation(node);
  if (symbol === undefined) return undefined;
  return (symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol).valueDeclaration;
};

const usesIn = (checker: ts.TypeChecker, lazy: ReadonlySet<ts.Node>, source: ts.SourceFile): Edit[] => {
  const uses: Edit[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isTypeNode(node)) return;
    if (ts.isIdentifier(node) && !isName(node)) {
      const value = valueAt(checker, node);
      if (value !== undefined && lazy.has(value))
        uses.push(
          insertion(node.end, ts.isShorthandPropertyAssignment(node.parent) ? `: ${node.text}()` : '()'),
        );
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return uses;
};

const edited = (text: string, edits: readonly Edit[]): string => {
  const pieces: string[] = [];
  let end = 0;
  for (const { from, to, text: piece } of edits.toSorted((a, b) => a.from - b.from)) {
    pieces.push(text.slice(end, from), piece);
    end = to;
  }
  return [...pieces, text.slice(end)].join('');
};

/** @throws Error where loading a module would do something */
const mustOnlyDeclare = (source: ts.SourceFile): void => {
  const doing = source.statements.find(
    (statement) => ts.isExpressionStatement(statement) || ts.isIfStatement(statement),
  );
  if (doing !== undefined)
    throw new Error(
      `${source.fileName} does something when it is loaded; in a bundle nobody knows when: ${doing.getText()}`,
    );
};

const helpers = JSON.stringify(join(import.meta.dirname, 'first-use.ts'));

/**
 * Every module of the folder, by its path, with its top-level values made at their first use.
 * @throws Error for a module that does something when it is loaded
 */
export const withLazyDeclarations = (folder: string): ReadonlyMap<string, string> => {
  const program = readProgram(folder);
  const checker = program.getTypeChecker();
  const sources = program.getSourceFiles();
  const lazy = new Set<ts.Node>(sources.flatMap(declarationsOf));
  const rewrite = (source: ts.SourceFile): string => {
    mustOnlyDeclare(source);
    const declared = declarationsOf(source);
    const wrapped = declared.flatMap(({ initializer }) => [
      insertion(initializer.getStart(source), '/* @__PURE__ */ $once(() => ('),
      insertion(initializer.end, '))'),
    ]);
    const getters = declared.flatMap((declaration) => gettersIn(source, declaration));
    const head = wrapped.length === 0 ? '' : `import { kept as $kept, once as $once } from ${helpers};\n`;
    return head + edited(source.text, [...usesIn(checker, lazy, source), ...getters, ...wrapped]);
  };
  return new Map(sources.map((source) => [source.fileName, rewrite(source)]));
};

/**
 * Loading one of our modules only declares things (docs/adr/0013), so when a value is made cannot be seen from
 * outside. In a bundle each is made when it is first used: a cold start builds the schemas of what it is asked, not
 * those of all twelve instruments, and what a function never uses is left out.
 */
export const lazyDeclarations = (folder: string): Plugin => {
  const modules = withLazyDeclarations(folder);
  return {
    name: 'lazy-declarations',
    setup: (build) => {
      build.onLoad({ filter: /\.ts$/ }, ({ path }) => {
        const contents = modules.get(path);
        return contents === undefined ? undefined : { contents, loader: 'ts' };
      });
    },
  };
};
