import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { applicationId } from '../contracts/application.ts';
import { listenForCalls } from '../../test/api/step-functions.ts';
import { createMachine } from './machine.ts';

const id = applicationId.parse('A20200316-7K3M9QW2ZD');
const arn = 'arn:aws:states:us-east-1:000000000000:stateMachine:application';
let server: Awaited<ReturnType<typeof listenForCalls>>;
beforeAll(async () => {
  server = await listenForCalls();
  vi.stubEnv('AWS_ENDPOINT_URL_SFN', server.endpoint);
  vi.stubEnv('AWS_REGION', 'us-east-1');
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'local');
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'local');
});
afterAll(() => {
  vi.unstubAllEnvs();
  server.stop();
});

test('the request that starts an execution hands its trace on; without a trace nothing is sent', async () => {
  await createMachine(arn).start(id);
  vi.stubEnv('_X_AMZN_TRACE_ID', 'Root=1-5759e988-bd862e3fe1be46a994272793;Sampled=1');
  await createMachine(arn).start(id);
  const start = { stateMachineArn: arn, name: id, input: `{"applicationId":"${id}"}` };
  expect(server.calls.map(({ input }) => input)).toEqual([
    start,
    { ...start, traceHeader: 'Root=1-5759e988-bd862e3fe1be46a994272793;Sampled=1' },
  ]);
});
