type Fields = Readonly<Record<string, unknown>>;

type Parts = {
  readonly set: Fields;
  readonly remove?: readonly string[];
  /** Attributes and the amount to add to each. */
  readonly add?: Readonly<Record<string, number>>;
};

/**
 * The expression of an update, with every name and value behind a placeholder (`#state`, `:state`).
 * Undefined values are left as they are.
 */
export const updateExpression = ({ set, remove = [], add = {} }: Parts) => {
  const sets = Object.entries(set).filter(([, value]) => value !== undefined);
  const adds = Object.entries(add);
  const names = [...sets.map(([name]) => name), ...remove, ...adds.map(([name]) => name)];
  const clauses = [
    sets.length > 0 ? `SET ${sets.map(([name]) => `#${name} = :${name}`).join(', ')}` : '',
    remove.length > 0 ? `REMOVE ${remove.map((name) => `#${name}`).join(', ')}` : '',
    adds.length > 0 ? `ADD ${adds.map(([name]) => `#${name} :${name}`).join(', ')}` : '',
  ];
  return {
    UpdateExpression: clauses.filter((clause) => clause !== '').join(' '),
    ExpressionAttributeNames: Object.fromEntries(names.map((name) => [`#${name}`, name])),
    ExpressionAttributeValues: Object.fromEntries(
      [...sets, ...adds].map(([name, value]) => [`:${name}`, value]),
    ),
  };
};
