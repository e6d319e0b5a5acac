import { ScanCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { aDraft } from '../builders/claims.ts';
import { startTestDatabase, type TestDatabase } from '../support/database.ts';
import { aGatewayEvent, readAnswer } from '../support/gateway-event.ts';
import { audience, createIssuer, morning } from '../support/issuer.ts';
import { startKmsServer } from '../support/kms-server.ts';
import { serveIssuer } from '../support/serve-issuer.ts';

let database: TestDatabase;
let kms: Awaited<ReturnType<typeof startKmsServer>>;
let issuer: Awaited<ReturnType<typeof createIssuer>>;
let served: Awaited<ReturnType<typeof serveIssuer>>;

beforeAll(async () => {
  [database, kms, issuer] = await Promise.all([startTestDatabase(), startKmsServer(), createIssuer()]);
  served = await serveIssuer({ jwks: issuer.jwks, keysPath: '/jwks' });
  vi.stubEnv('TABLE_NAME', database.table.name);
  vi.stubEnv('APPLICATION_MACHINE_ARN', 'arn:aws:states:us-east-1:000000000000:stateMachine:application');
  vi.stubEnv('OIDC_ISSUER', served.address);
  vi.stubEnv('OIDC_AUDIENCE', audience);
  vi.stubEnv('VAULT_KEY_ARN', kms.keyArn);
  vi.stubEnv('AWS_ENDPOINT_URL_KMS', kms.endpoint);
});
afterAll(async () => {
  vi.unstubAllEnvs();
  served.stop();
  await Promise.all([database.stop(), kms.stop()]);
});

/** A container that starts: its modules are loaded, and nothing is at hand yet. */
const startContainer = async () => {
  vi.resetModules();
  const { routes } = await import('../../functions/api/index.ts');
  const { taskHandlers } = await import('../../functions/tasks/index.ts');
  const ask = async (operationId: string, sent: Parameters<typeof aGatewayEvent>[0] = {}) => {
    const route = routes.find((each) => each.operationId === operationId)!;
    const token = await issuer.token(
      { sub: 'w-1', roles: ['APPLICANT'], division: '141124' },
      { issuer: served.address, issuedAt: morning },
    );
    return readAnswer(route.handler(aGatewayEvent({ method: route.method, token, ...sent }), {}));
  };
  const rotate = (time: string) => taskHandlers.RotateKeys({ time }, {} as never);
  return { ask, rotate };
};

const begin = async ({ ask }: Awaited<ReturnType<typeof startContainer>>, key: string) =>
  (await ask('createApplication', { body: aDraft('TRANSPORT_SUBSIDY'), key })).status;

const sealedPayees = async (): Promise<string[]> => {
  const { documents, name } = database.table;
  const { Items = [] } = await documents.send(new ScanCommand({ TableName: name }));
  return Items.flatMap(({ payeeSealed }) =>
    typeof payeeSealed === 'string' ? [payeeSealed.slice(0, 6)] : [],
  );
};

test('a request before there is a ring is refused in the desk’s own form, and the log names the cause', async () => {
  const said = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  const { ask } = await startContainer();
  const answer = await ask('listApplications');
  const lines = said.mock.calls.map(([line]) => String(line));
  said.mockRestore();
  expect(answer).toMatchObject({ status: 500, body: { code: 'INTERNAL' } });
  expect(lines.join('')).toContain('"errorName":"KeyRingMissing"');
});

test('functions on AWS seal with the ring of their table; those that need no key ask KMS for none', async () => {
  const first = await startContainer();
  expect(await first.rotate(morning)).toMatchObject({ done: 'RING_MADE' });
  expect(await begin(first, 'request-1')).toBe(201);
  expect(await sealedPayees()).toEqual(['v2.k1.']);

  const other = await startContainer();
  kms.calls.length = 0;
  const id = 'A20200316-7K3M9QW2ZD';
  const params = { applicationId: id };
  expect(await other.ask('getApplication', { params })).toMatchObject({ status: 404 });
  expect(kms.calls).toEqual([]);

  expect(await first.rotate('2020-07-16T02:00:00.000Z')).toMatchObject({ done: 'KEY_ADDED', current: 'k2' });
  expect(await begin(other, 'request-2')).toBe(201);
  expect((await sealedPayees()).sort()).toEqual(['v2.k1.', 'v2.k2.']);
});

test('a KMS that is busy when a container starts makes a request wait for another try, and no more', async () => {
  const container = await startContainer();
  const said = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  kms.fail.push(...Array.from({ length: 8 }, () => 'KMSInternalException'));
  const answer = await container.ask('listApplications');
  kms.fail.length = 0;
  said.mockRestore();
  expect(answer).toMatchObject({ status: 503, body: { code: 'TRY_AGAIN' } });
  expect(await container.ask('listApplications')).toMatchObject({ status: 200 });
});

test('a list’s cursor made by a container with a newer key goes on in one that has not read the ring since', async () => {
  const early = await startContainer();
  const list = (container: typeof early, cursor?: string) =>
    container.ask('listApplications', { query: { limit: '1', ...(cursor !== undefined && { cursor }) } });
  await list(early);
  await early.rotate('2021-01-16T02:00:00.000Z');
  const late = await startContainer();
  const { nextCursor } = (await list(late)).body as { nextCursor: string };
  expect(nextCursor).toMatch(/^v2\.k3\./);
  expect(await list(early, nextCursor)).toMatchObject({ status: 200 });
});
