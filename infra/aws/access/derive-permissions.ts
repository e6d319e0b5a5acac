import { join, relative } from 'node:path';
import ts from 'typescript';
import { functionList } from '../bundles/function-list.ts';
import { actions, writeKinds } from './actions.ts';
import { keyMakerOf, type KeyMaker } from './key-prefixes.ts';
import { createNames } from './names.ts';
import { notDerived } from './not-derived.ts';
import { openProgram } from './open-program.ts';
import { usesOf, type Uses } from './uses.ts';

type Scope = { readonly actions: readonly string[]; readonly leadingKeys: readonly string[] };

/** What a function may do, and no more. */
export type Permission = {
  readonly table?: Scope;
  readonly indexes?: Readonly<Record<string, Scope>>;
  readonly states?: readonly string[];
  readonly kms?: readonly string[];
};
export type Permissions = Readonly<Record<string, Permission>>;

const transaction = 'TransactWriteCommand';

const sorted = (values: Iterable<string>): string[] => [...new Set(values)].sort();

type Found = {
  readonly commands: ReadonlySet<string>;
  readonly indexes: ReadonlySet<string>;
  readonly makers: readonly KeyMaker[];
  readonly stated: readonly string[];
};

const actionsOf = (found: Found, of: 'table' | 'states' | 'kms'): string[] =>
  sorted(
    [...found.commands].flatMap((command) => {
      // Writes that nobody sends are only things to look at.
      if (command === transaction || (writeKinds.has(command) && !found.commands.has(transaction))) return [];
      const known = actions[command];
      if (known === undefined) throw new Error(`infra/aws/access/actions.ts does not know ${command}`);
      return known.of === of ? [known.action] : [];
    }),
  );

const indexesOf = ({ indexes, makers }: Found): Readonly<Record<string, Scope>> => {
  const queried = sorted(makers.flatMap(({ index }) => index ?? [])).filter(
    (index) => indexes.has(index) || indexes.has('?'),
  );
  return Object.fromEntries(
    queried.map((name) => {
      const leadingKeys = sorted(makers.flatMap(({ index, leading }) => (index === name ? [leading] : [])));
      return [name, { actions: ['Query'], leadingKeys }];
    }),
  );
};

const permissionOf = (found: Found): Permission => {
  const table = actionsOf(found, 'table');
  const own = found.makers.flatMap(({ index, leading }) => (index === undefined ? [leading] : []));
  const indexes = indexesOf(found);
  const states = actionsOf(found, 'states');
  const kms = actionsOf(found, 'kms');
  return {
    ...(table.length > 0 && { table: { actions: table, leadingKeys: sorted([...own, ...found.stated]) } }),
    ...(Object.keys(indexes).length > 0 && { indexes }),
    ...(states.length > 0 && { states }),
    ...(kms.length > 0 && { kms }),
  };
};

/**
 * What each function may do, read from the code that its handler reaches: the commands it makes and the keys it can
 * make for them. More than it does is possible (a branch it never takes), less is not.
 * @throws Error for a command, a key or an import that cannot be followed
 */
export const derivePermissions = (root: string): Permissions => {
  const program = openProgram(root);
  const names = createNames(program, join(root, 'functions'));
  const kept = new Map<ts.Node, Uses>();
  const usesBy = (node: ts.Node): Uses => {
    const uses = kept.get(node) ?? usesOf(node, names);
    kept.set(node, uses);
    return uses;
  };

  const reachedFrom = (entry: string): ReadonlySet<ts.Node> => {
    const source = program.getSourceFile(join(root, entry));
    if (source === undefined) throw new Error(`There is no ${entry}`);
    const reached = new Set<ts.Node>([source]);
    for (let before = 0; before !== reached.size;) {
      before = reached.size;
      for (const node of reached) {
        const { declarations, made } = usesBy(node);
        for (const next of declarations) reached.add(next);
        for (const [member, entries] of made)
          if (reached.has(member)) for (const entry of entries) reached.add(entry);
      }
    }
    return reached;
  };

  const foundFrom = (entry: string): Found => {
    const reached = [...reachedFrom(entry)];
    const uses = reached.map(usesBy);
    const nameOf = (node: ts.Node): string =>
      ts.isVariableDeclaration(node)
        ? `${relative(root, node.getSourceFile().fileName)}#${node.name.getText()}`
        : '';
    return {
      commands: new Set(uses.flatMap(({ commands }) => [...commands])),
      indexes: new Set(uses.flatMap(({ indexes }) => [...indexes])),
      makers: reached.flatMap((node) =>
        ts.isVariableDeclaration(node) && node.getSourceFile().fileName.endsWith('store/keys.ts')
          ? (keyMakerOf(node, node.getSourceFile()) ?? [])
          : [],
      ),
      stated: reached.flatMap((node) => notDerived[nameOf(node)]?.leadingKeys ?? []),
    };
  };

  return Object.fromEntries(functionList.map(({ name, entry }) => [name, permissionOf(foundFrom(entry))]));
};
