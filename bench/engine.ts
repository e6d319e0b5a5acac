import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { systemClock } from '../infra/local/clock.ts';
import { createEngine } from '../infra/local/states/engine.ts';
import type { Invoke } from '../infra/local/states/options.ts';

/** Throughput of the one-machine engine by itself: a machine of ten states, three tasks and one wait for a token. */

const functionArn = 'arn:aws:lambda:us-east-1:000000000000:function:step';
const call = (payload: Record<string, unknown>, rest: Record<string, unknown>) => ({
  Type: 'Task',
  Resource: 'arn:aws:states:::lambda:invoke',
  Arguments: { FunctionName: functionArn, Payload: payload },
  TimeoutSeconds: 60,
  Retry: [{ ErrorEquals: ['Transient'], IntervalSeconds: 1, MaxAttempts: 3, BackoffRate: 2 }],
  Catch: [{ ErrorEquals: ['States.ALL'], Next: 'Failed' }],
  ...rest,
});

const definition = {
  QueryLanguage: 'JSONata',
  StartAt: 'Begin',
  TimeoutSeconds: 86_400,
  States: {
    Begin: {
      Type: 'Pass',
      Assign: { applicationId: '{% $states.input.applicationId %}', round: 0 },
      Next: 'Check',
    },
    Check: call(
      { applicationId: '{% $applicationId %}', at: '{% $states.context.State.EnteredTime %}' },
      {
        Assign: { outcome: '{% $states.result.Payload.outcome %}' },
        Output: '{% $states.result.Payload %}',
        Next: 'Outcome',
      },
    ),
    Outcome: {
      Type: 'Choice',
      Choices: [
        { Condition: "{% $outcome = 'REJECT' %}", Next: 'Failed' },
        { Condition: "{% $outcome = 'REVIEW' or $round > 3 %}", Next: 'Verify' },
      ],
      Default: 'Failed',
    },
    Verify: {
      ...call({ applicationId: '{% $applicationId %}', token: '{% $states.context.Task.Token %}' }, {}),
      Resource: 'arn:aws:states:::lambda:invoke.waitForTaskToken',
      TimeoutSeconds: 3600,
      Assign: { decision: '{% $states.result.decision %}' },
      Output: '{% $states.result %}',
      Next: 'Count',
    },
    Count: { Type: 'Pass', Assign: { round: '{% $round + 1 %}' }, Next: 'Publish' },
    Publish: call(
      { applicationId: '{% $applicationId %}', decision: '{% $decision %}' },
      { Output: { noticeId: '{% $states.result.Payload.noticeId %}' }, Next: 'Enough' },
    ),
    Enough: {
      Type: 'Choice',
      Choices: [{ Condition: '{% $round < 1 %}', Next: 'Count' }],
      Default: 'Approve',
    },
    Approve: call(
      { applicationId: '{% $applicationId %}', noticeId: '{% $states.input.noticeId %}' },
      {
        Output: { applicationId: '{% $applicationId %}', decision: '{% $decision %}', round: '{% $round %}' },
        Next: 'Tidy',
      },
    ),
    Tidy: { Type: 'Pass', Output: { done: '{% $states.input.applicationId %}' }, Next: 'Done' },
    Done: { Type: 'Succeed' },
    Failed: { Type: 'Fail', Error: 'Failed', Cause: 'The application could not be carried on' },
  },
};

const { values } = parseArgs({
  options: { executions: { type: 'string', default: '2000' }, memory: { type: 'boolean', default: false } },
});
const total = Number(values.executions);
const folder = await mkdtemp(join(tmpdir(), 'engine-bench-'));
const tokens: string[] = [];
const invoke: Invoke = (_name, payload) => {
  const asked = payload as { token?: string };
  if (asked.token !== undefined) tokens.push(asked.token);
  return Promise.resolve({
    outcome: 'success',
    payload: { outcome: 'REVIEW', noticeId: 'N1', lines: [1, 2, 3] },
  });
};
const engine = createEngine({
  place: values.memory ? { memory: true } : { folder },
  clock: systemClock(),
  invoke,
});
const { stateMachineArn } = await engine.createStateMachine({
  name: 'bench',
  definition: JSON.stringify(definition),
  roleArn: 'arn:aws:iam::000000000000:role/bench',
});

const runBatch = async (count: number, prefix: string) => {
  const input = (at: number) =>
    JSON.stringify({ applicationId: `${prefix}-${at}`, filedBy: 'bench', lines: 3 });
  await Promise.all(
    Array.from({ length: count }, (_, at) =>
      engine.startExecution({ stateMachineArn, name: `${prefix}-${at}`, input: input(at) }),
    ),
  );
  await engine.idle();
  const output = JSON.stringify({ decision: 'APPROVED' });
  await Promise.all(tokens.splice(0).map((taskToken) => engine.sendTaskSuccess({ taskToken, output })));
  await engine.idle();
};

await runBatch(Math.min(200, total), 'warm');
const startedAt = performance.now();
const cpuBefore = process.cpuUsage();
await runBatch(total, 'run');
const cpu = process.cpuUsage(cpuBefore);
const seconds = (performance.now() - startedAt) / 1000;
const { executions } = await engine.listExecutions({
  stateMachineArn,
  statusFilter: 'SUCCEEDED',
  maxResults: 1,
});
const { events } = await engine.getExecutionHistory({
  executionArn: executions[0]!.executionArn,
  maxResults: 1000,
});
let succeeded = 0;
for (let nextToken: string | undefined, more = true; more;) {
  const page = await engine.listExecutions({
    stateMachineArn,
    statusFilter: 'SUCCEEDED',
    maxResults: 1000,
    nextToken,
  });
  succeeded += page.executions.length;
  nextToken = (page as { nextToken?: string }).nextToken;
  more = nextToken !== undefined;
}
await engine.close();
await rm(folder, { recursive: true });

const cpuMs = (cpu.user + cpu.system) / 1000 / total;
console.log(
  `${total} executions (${events.length} events each), ${succeeded} succeeded in all: ${(total / seconds).toFixed(0)} executions/s, ${cpuMs.toFixed(2)} ms CPU per execution`,
);
