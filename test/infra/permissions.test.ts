import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { derivePermissions } from '../../infra/aws/access/derive-permissions.ts';
import { functionList } from '../../infra/aws/bundles/function-list.ts';
import { everyOtherOperation } from '../support/every-other-operation.ts';
import { forbiddenDeeds, permissions } from '../support/forbidden-deeds.ts';
import { openDesk } from '../support/open-desk.ts';
import { createRecorder } from '../support/recorder.ts';

const names = functionList.map(({ name }) => name);

describe('the file allows what the code does', () => {
  const derived = derivePermissions(fileURLToPath(new URL('../..', import.meta.url)));

  test.each(names)('%s', (name) => {
    const advice = `${name}: run npm run -s aws:permissions, and look at what changed`;
    expect(permissions[name], advice).toEqual(derived[name]);
  });

  test('and nothing to functions that are no more', () => {
    expect(Object.keys(permissions).sort()).toEqual([...names].sort());
  });

  test('nobody reads the whole table', () => {
    const scanning = names.filter((name) => permissions[name]?.table?.actions.includes('Scan'));
    expect(scanning).toEqual([]);
  });

  test('what only reads may not write', () => {
    const reads = names.filter((name) => /^(?:get|list|try)[A-Z]/.test(name));
    const writing = reads.filter((name) =>
      permissions[name]?.table?.actions.some((action) => /^(?:Put|Update|Delete)/.test(action)),
    );
    // That an identity was read is an event of the audit, written before it is shown.
    expect(writing).toEqual(['getIdentity']);
  });
});

/** What nobody at a counter sets off; each is at work, with the table it is allowed, in a test of its own. */
const elsewhere: Readonly<Record<string, string>> = {
  ReconcileDivision: 'test/store/reconcile.test.ts: a machine calls it at night',
  ResumeApplication: 'test/workflows/taken-up-again.test.ts: an operator calls it',
  RotateKeys: 'test/store/key-ring.test.ts: it needs KMS',
};

describe('a claim from its draft to the money, and every other operation', () => {
  const recorder = createRecorder();
  beforeAll(async () => {
    const desk = await openDesk('2020-06-15T01:00:00.000Z', recorder.load);
    try {
      await everyOtherOperation(desk);
    } finally {
      await desk.close();
    }
  });
  afterAll(recorder.stop);

  test('no function does what it is not allowed to', () => {
    expect(forbiddenDeeds(recorder.deeds())).toEqual([]);
  });

  test('every function with a table was seen at work', () => {
    const idle = names.filter(
      (name) =>
        !recorder.deeds().has(name) &&
        permissions[name]?.table !== undefined &&
        !Object.hasOwn(elsewhere, name),
    );
    expect(idle).toEqual([]);
  });
});
