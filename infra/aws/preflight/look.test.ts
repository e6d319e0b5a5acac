import { createServer, type Server } from 'node:http';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { lookAtAccount } from './look.ts';

/** An account as its three services would answer for it: by the wire protocols, so that the real clients ask. */
type Account = {
  table?: { tags: { Key: string; Value: string }[] };
  machines: string[];
  concurrency: number;
};

let account: Account;
let server: Server;
const asked: string[] = [];

const answers: Record<string, () => [number, object]> = {
  'DynamoDB_20120810.DescribeTable': () =>
    account.table
      ? [200, { Table: { TableArn: 'arn:aws:dynamodb:eu-central-1:123456789012:table/subsidy-desk-test' } }]
      : [400, { __type: 'com.amazonaws.dynamodb.v20120810#ResourceNotFoundException', message: 'no table' }],
  'DynamoDB_20120810.ListTagsOfResource': () => [200, { Tags: account.table?.tags ?? [] }],
  'AWSStepFunctions.ListStateMachines': () => [
    200,
    {
      stateMachines: account.machines.map((name) => ({
        name,
        stateMachineArn: `arn:${name}`,
        type: 'STANDARD',
        creationDate: 0,
      })),
    },
  ],
  '/2016-08-19/account-settings': () => [
    200,
    { AccountLimit: { ConcurrentExecutions: account.concurrency } },
  ],
};

beforeAll(async () => {
  server = createServer((request, response) => {
    void text(request).then(() => {
      const target = request.headers['x-amz-target'];
      const name = typeof target === 'string' ? target : (request.url ?? '').replace(/\/$/, '');
      asked.push(name);
      const [status, body] = answers[name]?.() ?? [500, {}];
      response.writeHead(status, { 'content-type': 'application/json' });
      response.end(JSON.stringify(body));
    });
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const { port } = server.address() as { port: number };
  for (const service of ['DYNAMODB', 'SFN', 'LAMBDA'])
    vi.stubEnv(`AWS_ENDPOINT_URL_${service}`, `http://127.0.0.1:${port}`);
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'local');
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'local');
});
afterAll(() => {
  vi.unstubAllEnvs();
  server.close();
});
beforeEach(() => {
  account = { machines: [], concurrency: 1000 };
});

const found = async () => lookAtAccount({ stage: 'test', region: 'eu-central-1' });

test('an empty account has nothing in the way', async () => {
  await expect(found()).resolves.toEqual([]);
  expect(asked.filter((name) => /Create|Update|Delete|Put/.test(name))).toEqual([]);
});

test('a table of this name that is no desk’s stops the deployment', async () => {
  account.table = { tags: [{ Key: 'owner', Value: 'somebody' }] };
  await expect(found()).resolves.toMatchObject([{ code: 'TABLE_NOT_OURS', weight: 'STOP' }]);
});

test('a table that was kept when its desk was taken down is pointed out, with what to do', async () => {
  account.table = { tags: [{ Key: 'desk', Value: 'test' }] };
  const [finding] = await found();
  expect(finding).toMatchObject({ code: 'TABLE_WITHOUT_DESK', weight: 'LOOK' });
  expect(finding?.message).toContain('docs/runbooks/deploy.md');
});

test('a desk that runs is deployed again without a word', async () => {
  account.table = { tags: [{ Key: 'desk', Value: 'test' }] };
  account.machines = ['other', 'subsidy-desk-test-application'];
  await expect(found()).resolves.toEqual([]);
});

test('a new account’s ten functions at once are too few, and the message says how many to ask for', async () => {
  account.concurrency = 10;
  const [finding] = await found();
  expect(finding).toMatchObject({ code: 'CONCURRENCY_TOO_LOW', weight: 'STOP' });
  expect(finding?.message).toMatch(/may run 10 .* reserves 2\d\d /);
});
