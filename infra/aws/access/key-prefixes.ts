import ts from 'typescript';

/** The index that each kind of partition is queried in; every maker of a partition in keys.ts must be here. */
const indexOfPartition: Readonly<Record<string, string>> = {
  queuePartition: 'work',
  differencePartition: 'work',
  noticePartition: 'work',
  recoveryPartition: 'work',
  payoutPartition: 'work',
  outboxPartition: 'work',
  ruleFollowUpPartition: 'work',
  ownerPartition: 'owner',
  divisionPartition: 'division',
  recognitionPartition: 'division',
};

export type KeyMaker = {
  /** What its partition keys begin with: `APP#*`, or the whole of one that is always the same. */
  readonly leading: string;
  /** Undefined for the table itself. */
  readonly index: string | undefined;
};

const initializerOf = (name: string, source: ts.SourceFile): ts.Expression | undefined =>
  source.statements
    .filter(ts.isVariableStatement)
    .flatMap(({ declarationList }) => [...declarationList.declarations])
    .find((declaration) => declaration.name.getText(source) === name)?.initializer;

const entryOf = (node: ts.ObjectLiteralExpression, name: string): ts.Expression | undefined =>
  node.properties.filter(ts.isPropertyAssignment).find((entry) => entry.name.getText() === name)?.initializer;

const isAround = (node: ts.Node) => ts.isParenthesizedExpression(node) || ts.isPropertyAccessExpression(node);

/** What the text, or the `pk` of the key, that an expression makes begins with. */
const leadingOf = (node: ts.Node | undefined, source: ts.SourceFile): string | undefined => {
  if (node === undefined) return undefined;
  if (ts.isArrowFunction(node)) return leadingOf(node.body, source);
  if (isAround(node)) return leadingOf(node.expression, source);
  if (ts.isTemplateExpression(node)) return `${node.head.text}*`;
  if (ts.isStringLiteral(node)) return node.text;
  if (ts.isObjectLiteralExpression(node)) return leadingOf(entryOf(node, 'pk'), source);
  return ts.isCallExpression(node)
    ? leadingOf(initializerOf(node.expression.getText(source), source), source)
    : undefined;
};

/** A maker of keys in keys.ts: whatever gives a key, or the text of a partition. */
export const keyMakerOf = (
  { name, initializer }: ts.VariableDeclaration,
  source: ts.SourceFile,
): KeyMaker | undefined => {
  const maker = name.getText(source);
  const isPartition = maker.endsWith('Partition');
  if (!isPartition && !/(?:Key|Pk)$/.test(maker)) return undefined;
  const leading = leadingOf(initializer, source);
  if (leading === undefined) throw new Error(`infra/aws/access cannot tell what keys ${maker} makes`);
  const index = indexOfPartition[maker];
  if (isPartition && index === undefined)
    throw new Error(`infra/aws/access/key-prefixes.ts does not say which index ${maker} is for`);
  return { leading, index };
};
