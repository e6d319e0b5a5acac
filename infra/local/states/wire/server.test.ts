import {
  CreateStateMachineCommand,
  DescribeExecutionCommand,
  DescribeStateMachineForExecutionCommand,
  GetExecutionHistoryCommand,
  ListExecutionsCommand,
  ListTagsForResourceCommand,
  RedriveExecutionCommand,
  SendTaskHeartbeatCommand,
  SendTaskSuccessCommand,
  SFNClient,
  StartExecutionCommand,
  StartSyncExecutionCommand,
  StopExecutionCommand,
  ValidateStateMachineDefinitionCommand,
} from '@aws-sdk/client-sfn';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { virtualClock } from '../../clock.ts';
import { askFor, startOfTime, succeed, testEngine } from '../testing.ts';
import { createStatesServer } from './server.ts';

const tokens: string[] = [];
const clock = virtualClock(startOfTime);
const { engine } = testEngine({
  clock,
  functions: { keep: (payload) => (tokens.push((payload as { token: string }).token), succeed({})) },
});
let server: Awaited<ReturnType<typeof createStatesServer>>;
let sfn: SFNClient;

beforeAll(async () => {
  server = await createStatesServer({ engine, port: 0 });
  const credentials = { accessKeyId: 'test', secretAccessKey: 'test' };
  sfn = new SFNClient({
    region: 'us-east-1',
    endpoint: server.url,
    credentials,
    maxAttempts: 1,
    disableHostPrefix: true,
  });
});
afterAll(async () => {
  sfn.destroy();
  await server.close();
  await engine.close();
});

const roleArn = 'arn:aws:iam::000000000000:role/test';
const create = async (name: string, States: Record<string, unknown>): Promise<string> => {
  const definition = JSON.stringify({ QueryLanguage: 'JSONata', StartAt: Object.keys(States)[0], States });
  const tags = [{ key: 'desk', value: 'test' }];
  return (await sfn.send(new CreateStateMachineCommand({ name, definition, roleArn, tags })))
    .stateMachineArn!;
};

describe('the AWS SDK talks to the engine', () => {
  test('from a machine to the end of an execution', async () => {
    const stateMachineArn = await create('asks', {
      Ask: askFor('keep', { HeartbeatSeconds: 60, End: true }),
    });
    const { executionArn, startDate } = await sfn.send(
      new StartExecutionCommand({ stateMachineArn, name: 'a-1', input: '{"n":1}' }),
    );
    expect(startDate).toEqual(new Date(startOfTime));
    await engine.idle();
    await sfn.send(new SendTaskHeartbeatCommand({ taskToken: tokens[0]! }));
    await sfn.send(new SendTaskSuccessCommand({ taskToken: tokens[0]!, output: '{"yes":true}' }));
    expect(await sfn.send(new DescribeExecutionCommand({ executionArn }))).toMatchObject({
      status: 'SUCCEEDED',
      input: '{"n":1}',
      output: '{"yes":true}',
      name: 'a-1',
    });
    expect(await sfn.send(new ListTagsForResourceCommand({ resourceArn: stateMachineArn }))).toMatchObject({
      tags: [{ key: 'desk', value: 'test' }],
    });
    const { definition } = await sfn.send(new DescribeStateMachineForExecutionCommand({ executionArn }));
    expect(definition).toContain('keep');
  });

  test('histories come in pages, either way round, with or without data', async () => {
    const stateMachineArn = await create('passes', { P: { Type: 'Pass', Assign: { x: 1 }, End: true } });
    const { executionArn } = await sfn.send(new StartExecutionCommand({ stateMachineArn }));
    const first = await sfn.send(new GetExecutionHistoryCommand({ executionArn, maxResults: 3 }));
    const rest = await sfn.send(
      new GetExecutionHistoryCommand({ executionArn, maxResults: 3, nextToken: first.nextToken }),
    );
    expect([...first.events!, ...rest.events!].map(({ id, previousEventId, type }) => [id, previousEventId, type])).toEqual([
      [1, 0, 'ExecutionStarted'], [2, 0, 'PassStateEntered'], [3, 2, 'PassStateExited'], [4, 3, 'ExecutionSucceeded'],
    ]); // prettier-ignore
    expect(rest.nextToken).toBeUndefined();
    expect(first.events![2]!.stateExitedEventDetails).toEqual({
      name: 'P',
      output: '{}',
      outputDetails: { truncated: false },
      assignedVariables: { x: '1' },
      assignedVariablesDetails: { truncated: false },
    });
    const bare = await sfn.send(
      new GetExecutionHistoryCommand({ executionArn, reverseOrder: true, includeExecutionData: false }),
    );
    expect(bare.events!.map(({ id }) => id)).toEqual([4, 3, 2, 1]);
    expect(bare.events![1]!.stateExitedEventDetails).toEqual({ name: 'P' });
  });

  test('executions are listed newest first, by status, in pages', async () => {
    const stateMachineArn = await create('waits', { W: { Type: 'Wait', Seconds: 60, End: true } });
    for (const name of ['e-1', 'e-2', 'e-3']) {
      await sfn.send(new StartExecutionCommand({ stateMachineArn, name }));
      await clock.advance(1);
    }
    const stopped = await sfn.send(new ListExecutionsCommand({ stateMachineArn, maxResults: 1 }));
    expect(stopped.executions!.map(({ name }) => name)).toEqual(['e-3']);
    await sfn.send(
      new StopExecutionCommand({ executionArn: stopped.executions![0]!.executionArn, cause: 'test' }),
    );
    const running = await sfn.send(
      new ListExecutionsCommand({ stateMachineArn, statusFilter: 'RUNNING', maxResults: 1 }),
    );
    expect(running.executions!.map(({ name }) => name)).toEqual(['e-2']);
    const next = await sfn.send(
      new ListExecutionsCommand({
        stateMachineArn,
        statusFilter: 'RUNNING',
        maxResults: 1,
        nextToken: running.nextToken,
      }),
    );
    expect(next).toMatchObject({ executions: [{ name: 'e-1', status: 'RUNNING' }] });
    expect(next.nextToken).toBeUndefined();
  });
});

describe('refusals carry the names AWS gives them', () => {
  const missing = 'arn:aws:states:us-east-1:000000000000:stateMachine:missing';
  test.each([
    [
      new StartExecutionCommand({ stateMachineArn: missing }),
      'StateMachineDoesNotExist',
      `State Machine Does Not Exist: '${missing}'`,
    ],
    [
      new StartExecutionCommand({ stateMachineArn: 'x' }),
      'InvalidArn',
      "Invalid Arn: 'Invalid ARN prefix: x'",
    ],
    [
      new DescribeExecutionCommand({ executionArn: missing }),
      'InvalidArn',
      "Invalid Arn: 'Resource type not valid in this context: stateMachine'",
    ],
    [
      new CreateStateMachineCommand({ name: 'a b', definition: '{}', roleArn }),
      'InvalidName',
      "Invalid Name: 'a b'",
    ],
    [
      new CreateStateMachineCommand({ name: 'ab', definition: '{}', roleArn, type: 'EXPRESS' }),
      'StateMachineTypeNotSupported',
      "State Machine Type Not Supported: 'EXPRESS'",
    ],
    [
      new CreateStateMachineCommand({ name: 'x'.repeat(81), definition: '{}', roleArn }),
      'ValidationException',
      `1 validation error detected: Value '${'x'.repeat(81)}' at 'name' failed to satisfy constraint: Member must have length less than or equal to 80`,
    ],
    [
      new SendTaskSuccessCommand({ taskToken: 'x', output: '{}' }),
      'InvalidToken',
      "Invalid Token: 'Invalid token'",
    ],
    [
      new StartSyncExecutionCommand({
        stateMachineArn: 'arn:aws:states:us-east-1:000000000000:stateMachine:x',
      }),
      'StateMachineTypeNotSupported',
      'This operation is not supported by this type of state machine',
    ],
    [
      new ListExecutionsCommand({ stateMachineArn: missing, nextToken: 'x'.repeat(3097) }),
      'ValidationException',
      `1 validation error detected: Value '${'x'.repeat(3097)}' at 'nextToken' failed to satisfy constraint: Member must have length less than or equal to 3096`,
    ],
    [
      new ListExecutionsCommand({ stateMachineArn: missing, statusFilter: 'succeeded' as 'SUCCEEDED' }),
      'ValidationException',
      "1 validation error detected: Value 'succeeded' at 'statusFilter' failed to satisfy constraint: Member must satisfy enum value set: [SUCCEEDED, TIMED_OUT, PENDING_REDRIVE, ABORTED, FAILED, RUNNING]",
    ],
    [
      new RedriveExecutionCommand({ executionArn: missing }),
      'UnknownOperationException',
      'The operation RedriveExecution is not supported by this engine',
    ],
  ])('%#: %o', async (command, name, message) => {
    // The commands of the table differ in type; each is a command that the client sends.
    await expect(sfn.send(command as StartExecutionCommand)).rejects.toMatchObject({
      name,
      message,
      $metadata: { httpStatusCode: 400 },
    });
  });

  test('a definition is judged without being kept', async () => {
    const answer = await sfn.send(
      new ValidateStateMachineDefinitionCommand({ definition: '{"QueryLanguage":"JSONata"}' }),
    );
    expect(answer).toMatchObject({
      result: 'FAIL',
      diagnostics: [
        {
          severity: 'ERROR',
          code: 'SCHEMA_VALIDATION_FAILED',
          message: 'These fields are required: [States, StartAt]',
          location: '/',
        },
      ],
    });
  });

  test('an input over 256 KiB is refused', async () => {
    const stateMachineArn = await create('takes', { P: { Type: 'Pass', End: true } });
    const start = (size: number) =>
      sfn.send(new StartExecutionCommand({ stateMachineArn, input: JSON.stringify('x'.repeat(size)) }));
    await expect(start(262_143)).rejects.toMatchObject({ name: 'ValidationException' });
    await expect(start(262_142)).resolves.toMatchObject({
      executionArn: expect.stringContaining(':execution:takes:') as string,
    });
  });
});

test('anything that is no operation is refused, and health is told', async () => {
  const health = await fetch(`${server.url}/healthz`);
  expect([health.status, await health.json()]).toEqual([200, { status: 'ok' }]);
  const other = await fetch(server.url, { method: 'POST', body: '{}' });
  expect([other.status, await other.json()]).toMatchObject([400, { __type: 'UnknownOperationException' }]);
  const broken = await fetch(server.url, {
    method: 'POST',
    body: '{',
    headers: { 'x-amz-target': 'AWSStepFunctions.ListStateMachines' },
  });
  expect(await broken.json()).toMatchObject({ __type: 'SerializationException' });
});
