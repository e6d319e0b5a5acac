import * as z from 'zod';
import type { Permission } from '../../infra/aws/access/derive-permissions.ts';
import committed from '../../infra/aws/access/permissions.json' with { type: 'json' };
import type { Deed } from './recorder.ts';

export const permissions: Readonly<Record<string, Permission>> = z
  .record(z.string(), z.custom<Permission>())
  .parse(committed);

const matches = (leading: string, pattern: string): boolean =>
  pattern.endsWith('*') ? leading.startsWith(pattern.slice(0, -1)) : leading === pattern;

const allows = ({ table, indexes = {}, states = [] }: Permission, { on, action, leading }: Deed): boolean => {
  if (on === 'states') return states.includes(action);
  const scope = on === 'table' ? table : indexes[on];
  return (
    scope !== undefined &&
    scope.actions.includes(action) &&
    scope.leadingKeys.some((pattern) => matches(leading, pattern))
  );
};

/** What functions did that the committed file does not allow them. */
export const forbiddenDeeds = (done: ReadonlyMap<string, readonly Deed[]>): string[] => {
  const forbidden = [...done].flatMap(([name, deeds]) =>
    deeds
      .filter((deed) => !allows(permissions[name] ?? {}, deed))
      .map(({ on, action, leading }) => `${name}: ${on} ${action} ${leading.replace(/#.*/, '#')}`),
  );
  return [...new Set(forbidden)];
};
