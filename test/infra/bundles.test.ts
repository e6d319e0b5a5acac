import { execFile } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { routes } from '../../functions/api/index.ts';
import { tableDefinition } from '../../functions/store/table.ts';
import { bundleFunctions, type Bundle } from '../../infra/aws/bundles/bundle-functions.ts';
import { functionList } from '../../infra/aws/bundles/function-list.ts';
import { firstClaim } from '../support/first-claim.ts';
import { openDesk } from '../support/open-desk.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const limit = 450_000;
/** As Node loads it: vitest would rewrite each bundle first. */
const native = createRequire(import.meta.url);

let folder: string;
let bundles: readonly Bundle[];
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'subsidy-bundles-'));
  bundles = await bundleFunctions(folder);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const fileOf = (name: string): string =>
  bundles.find((bundle) => bundle.name === name)?.file ?? expect.unreachable(`no bundle of ${name}`);

test('the list has every function there is, each once', () => {
  const entries = ['tasks', 'api'].flatMap((kind) =>
    readdirSync(join(root, 'functions', kind), { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('handler.ts'))
      .map((file) => `functions/${kind}/${file}`),
  );
  expect(functionList.map(({ entry }) => entry).sort()).toEqual(entries.sort());
  expect(new Set(functionList.map(({ name }) => name)).size).toBe(functionList.length);
});

describe.each(functionList.map(({ name }) => name))('%s', (name) => {
  test(`reads at most ${limit} bytes before its first call`, () => {
    const bytes = bundles.find((bundle) => bundle.name === name)?.bytes ?? Infinity;
    expect(bytes, `${name} reads ${bytes} bytes; infra/aws/bundles/README.md says what to do`).toBeLessThan(
      limit + 1,
    );
  });
});

/** What Lambda sets, and nothing of this machine's. */
const lambdaEnvironment = {
  AWS_REGION: 'cn-northwest-1',
  AWS_ACCESS_KEY_ID: 'test',
  AWS_SECRET_ACCESS_KEY: 'test',
  AWS_SESSION_TOKEN: 'test',
  AWS_LAMBDA_FUNCTION_NAME: 'test',
  LAMBDA_TASK_ROOT: '/var/task',
  TZ: ':UTC',
};

test('every bundle loads on a fresh Node 24 with the environment of a Lambda, and has its handler', async () => {
  const say = `const { handler } = await import(process.argv[1]); process.stdout.write(typeof handler);`;
  const run = promisify(execFile);
  const said = new Map<string, string>();
  for (const { name, file } of bundles) {
    const { stdout } = await run(process.execPath, ['--input-type=module', '-e', say, file], {
      env: lambdaEnvironment,
    });
    said.set(name, stdout);
  }
  expect([...said].filter(([, kind]) => kind !== 'function')).toEqual([]);
});

test('a desk that runs the bundles takes a claim from its draft to the money', async () => {
  const load = () => {
    const handlerOf = (name: string) => (native(fileOf(name)) as { readonly handler: never }).handler;
    const tasks = functionList.filter(({ kind }) => kind === 'TASK');
    return Promise.resolve({
      routes: routes.map((route) => ({ ...route, handler: handlerOf(route.operationId) })),
      taskHandlers: Object.fromEntries(tasks.map(({ name }) => [name, handlerOf(name)])),
      tableDefinition,
    });
  };
  const desk = await openDesk('2020-06-15T01:00:00.000Z', load);
  try {
    const applicationId = await firstClaim(desk);
    const { body } = await desk.ask('village', 'getApplication', { params: { applicationId } });
    expect(body.state).toBe('CLOSED');
    const tried = await desk.ask('reviewer', 'tryReassessment', { params: { applicationId }, body: {} });
    expect(tried.code).toBeUndefined();
    const described = await desk.ask(undefined, 'getOpenapi');
    const { openapiDocument } = await import('../../functions/api/get-openapi/document.ts');
    expect(described.text).toBe(JSON.stringify(openapiDocument()));
  } finally {
    await desk.close();
  }
});
