import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as z from 'zod';
import { derivePermissions, type Permission } from '../../infra/aws/access/derive-permissions.ts';
import committed from '../../infra/aws/access/permissions.json' with { type: 'json' };
import { functionList } from '../../infra/aws/bundles/function-list.ts';
import { runDemo } from '../../infra/cli/demo/run-demo.ts';
import { createProgress } from '../../infra/cli/progress.ts';
import { createRecorder, type Deed } from '../support/recorder.ts';

const names = functionList.map(({ name }) => name);
const permissions: Readonly<Record<string, Permission>> = z
  .record(z.string(), z.custom<Permission>())
  .parse(committed);

describe('what the code does is what the file allows', () => {
  const derived = derivePermissions(fileURLToPath(new URL('../..', import.meta.url)));

  test.each(names)('%s', (name) => {
    expect(permissions[name], 'run npm run -s aws:permissions, and look at what changed').toEqual(
      derived[name],
    );
  });

  test('the file allows nothing to functions that are no more', () => {
    expect(Object.keys(permissions).sort()).toEqual([...names].sort());
  });

  test('what only reads may not write', () => {
    const reads = names.filter((name) => /^(?:get|list|try)[A-Z]/.test(name));
    const writing = reads.filter((name) =>
      permissions[name]?.table?.actions.some((action) => /^(?:Put|Update|Delete)/.test(action)),
    );
    // Reading an identity is an event of the audit, written before the identity is shown.
    expect(writing).toEqual(['getIdentity']);
  });
});

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

describe('a county’s 344 claims, from filing to money', () => {
  const recorder = createRecorder();
  beforeAll(async () => {
    await runDemo({
      dataDir: undefined,
      keepFiles: false,
      progress: createProgress(true),
      load: recorder.load,
    });
  }, 300_000);
  afterAll(recorder.stop);

  test('no function does what it is not allowed to', () => {
    const forbidden = [...recorder.deeds()].flatMap(([name, deeds]) =>
      deeds
        .filter((deed) => !allows(permissions[name] ?? {}, deed))
        .map(({ on, action, leading }) => `${name}: ${on} ${action} ${leading.replace(/#.*/, '#')}`),
    );
    expect([...new Set(forbidden)]).toEqual([]);
  });

  test('most functions were seen at work', () => {
    console.log(names.filter((name) => !recorder.deeds().has(name)));
    expect(recorder.deeds().size).toBeGreaterThan(20);
  });
});
