import ts from 'typescript';
import { writeKinds } from './actions.ts';
import type { Names } from './names.ts';

/** What a declaration uses by itself; what those use in turn is not in it. */
export type Uses = {
  readonly declarations: Set<ts.Node>;
  /** Commands of the SDK that are made, and the kinds of write that a transaction is made of. */
  readonly commands: Set<string>;
  /** Indexes that are queried; `?` where only the running code knows which, none for the table itself. */
  readonly indexes: Set<string>;
  /** Entries of objects by the member they make: reached where that member is used. */
  readonly made: Map<ts.Node, ts.Node[]>;
};

/** It spells out all four to name the table in what others hand it. */
const namesTheTable = 'functions/store/transact.ts';

const entryOf = (node: ts.NewExpression, name: string): ts.Expression | undefined => {
  const [given] = node.arguments ?? [];
  if (given === undefined || !ts.isObjectLiteralExpression(given)) return undefined;
  return given.properties.filter(ts.isPropertyAssignment).find((entry) => entry.name.getText() === name)
    ?.initializer;
};

const destructured = (node: ts.CallExpression): ReadonlySet<string> => {
  const declared = node.parent.parent;
  if (!ts.isVariableDeclaration(declared) || !ts.isObjectBindingPattern(declared.name))
    throw new Error(`Take what you need out of ${node.getText()} by name: infra/aws/access follows no more`);
  return new Set(declared.name.elements.map(({ propertyName, name }) => (propertyName ?? name).getText()));
};

/** The partition that an item is put into: it is written, and no index is asked for it. */
const isIndexed = (node: ts.Node): boolean =>
  ts.isPropertyAssignment(node) && /^(?:work|owner|division)Pk$/.test(node.name.getText());

/** @throws Error where a module that is imported on demand is not taken apart at once */
export const usesOf = (root: ts.Node, names: Names): Uses => {
  const declarations = new Set<ts.Node>();
  const commands = new Set<string>();
  const indexes = new Set<string>();
  const made = new Map<ts.Node, ts.Node[]>();

  const noteCommand = (node: ts.NewExpression): void => {
    if (!ts.isIdentifier(node.expression) || !names.libraryOf(node.expression).startsWith('@aws-sdk/'))
      return;
    const command = node.expression.text;
    if (!command.endsWith('Command')) return;
    const index = command === 'QueryCommand' ? entryOf(node, 'IndexName') : undefined;
    if (index === undefined) commands.add(command);
    else indexes.add(ts.isStringLiteral(index) ? index.text : '?');
  };

  const noteImport = (node: ts.CallExpression): void => {
    const [path] = node.arguments;
    if (node.expression.kind !== ts.SyntaxKind.ImportKeyword || path === undefined) return;
    for (const declaration of names.exported(path, destructured(node))) declarations.add(declaration);
  };

  const noteName = (node: ts.Identifier): void => {
    const value = names.valueOf(node);
    if (value !== undefined && value !== root) declarations.add(value);
  };

  const noteTaken = (node: ts.BindingElement): void => {
    const member = names.takenBy(node);
    if (member !== undefined) declarations.add(member);
  };

  const noteKind = (node: ts.ObjectLiteralElementLike): void => {
    const kind = node.name?.getText() ?? '';
    if (writeKinds.has(kind) && !node.getSourceFile().fileName.endsWith(namesTheTable)) commands.add(kind);
  };

  /** Whether an entry makes a member that is reached only by who uses it. */
  const isPutAside = (node: ts.Node): boolean => {
    if (!ts.isPropertyAssignment(node) && !ts.isShorthandPropertyAssignment(node)) return false;
    const member = node === root ? undefined : names.madeBy(node);
    if (member === undefined) return false;
    made.set(member, [...(made.get(member) ?? []), node]);
    return true;
  };

  const note = (node: ts.Node): void => {
    if (ts.isNewExpression(node)) noteCommand(node);
    else if (ts.isCallExpression(node)) noteImport(node);
    else if (ts.isIdentifier(node)) noteName(node);
    else if (ts.isBindingElement(node)) noteTaken(node);
    else if (ts.isPropertyAssignment(node) || ts.isShorthandPropertyAssignment(node)) noteKind(node);
  };

  const visit = (node: ts.Node): void => {
    if (ts.isTypeNode(node) || ts.isImportDeclaration(node) || isIndexed(node) || isPutAside(node)) return;
    note(node);
    ts.forEachChild(node, visit);
  };
  visit(root);
  return { declarations, commands, indexes, made };
};
