import ts from 'typescript';

export type Names = ReturnType<typeof createNames>;

/** Types whose members are reached one by one: whoever is handed a desk does not use its vault by that. */
const takenApart: ReadonlySet<string> = new Set(['Desk', 'Machine', 'KmsKeys']);

const isTakenApart = (node: ts.Declaration): boolean =>
  ts.isPropertySignature(node) &&
  ts.isTypeAliasDeclaration(node.parent.parent) &&
  takenApart.has(node.parent.parent.name.text);

/** The declaration at the top of its file that a node is, or stands in. */
const topOf = (node: ts.Node): ts.Node =>
  ts.isSourceFile(node.parent) ||
  (ts.isVariableDeclarationList(node.parent) && ts.isSourceFile(node.parent.parent.parent))
    ? node
    : topOf(node.parent);

/** Follows names to what they stand for, in the sources under a folder. */
export const createNames = (program: ts.Program, folder: string) => {
  const checker = program.getTypeChecker();
  const isOurs = (node: ts.Node): boolean => node.getSourceFile().fileName.startsWith(folder);

  const followed = (symbol: ts.Symbol): ts.Symbol =>
    symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;

  const memberIn = (symbol: ts.Symbol | undefined): ts.Declaration | undefined =>
    symbol?.declarations?.find((node) => isOurs(node) && isTakenApart(node));

  const symbolAt = (node: ts.Identifier): ts.Symbol | undefined =>
    ts.isShorthandPropertyAssignment(node.parent)
      ? checker.getShorthandAssignmentValueSymbol(node.parent)
      : checker.getSymbolAtLocation(node);

  /** The value a name stands for: a declaration of ours, or a member of a type that is taken apart. */
  const valueOf = (node: ts.Identifier): ts.Node | undefined => {
    const symbol = symbolAt(node);
    if (symbol === undefined) return undefined;
    const member = memberIn(symbol);
    if (member !== undefined) return member;
    const declared = followed(symbol).valueDeclaration;
    return declared !== undefined && isOurs(declared) && !ts.isSourceFile(declared)
      ? topOf(declared)
      : undefined;
  };

  /** `{ table }` of a desk reaches the desk's table. */
  const takenBy = (node: ts.BindingElement): ts.Node | undefined => {
    const name = node.propertyName ?? node.name;
    if (!ts.isObjectBindingPattern(node.parent) || !ts.isIdentifier(name)) return undefined;
    return memberIn(checker.getTypeAtLocation(node.parent).getProperty(name.text));
  };

  /** The member that an entry of an object makes. */
  const madeBy = (node: ts.PropertyAssignment | ts.ShorthandPropertyAssignment): ts.Node | undefined => {
    const type = checker.getContextualType(node.parent);
    return memberIn(type?.getProperty(node.name.getText()));
  };

  /** The package that a name was imported from. */
  const libraryOf = (node: ts.Identifier): string => {
    const declared = checker.getSymbolAtLocation(node)?.declarations?.[0];
    if (declared === undefined || !ts.isImportSpecifier(declared)) return '';
    const from = declared.parent.parent.parent.moduleSpecifier;
    return ts.isStringLiteral(from) ? from.text : '';
  };

  /** What a module that is imported on demand gives under some names. */
  const exported = (path: ts.Expression, wanted: ReadonlySet<string>): ts.Node[] => {
    const from = checker.getSymbolAtLocation(path);
    if (from === undefined) return [];
    return checker
      .getExportsOfModule(from)
      .filter(({ name }) => wanted.has(name))
      .flatMap((symbol) => followed(symbol).valueDeclaration ?? []);
  };

  return { valueOf, takenBy, madeBy, libraryOf, exported };
};
