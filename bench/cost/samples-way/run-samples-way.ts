import { readFileSync } from 'node:fs';
import type { HistoryEvent } from '@aws-sdk/client-sfn';
import { virtualClock } from '../../../infra/local/clock.ts';
import { createEngine } from '../../../infra/local/states/engine.ts';
import type { Invoke } from '../../../infra/local/states/options.ts';
import { BenchError } from '../../bench-error.ts';
import { countHistory, type History } from '../read-history.ts';
import { consumption, link } from './consumption.ts';

const file = new URL('samples-way.asl.json', import.meta.url);
const yes = { valid: true, eligible: true, unopposed: true, approved: true, paid: true };

export type SamplesWay = {
  readonly history: History;
  readonly httpRequests: number;
  /** By the machine and behind the requests. */
  readonly invocations: number;
  readonly writeUnits: number;
  readonly readUnits: number;
  readonly emails: number;
};

const addUp = (called: readonly string[], history: History): SamplesWay => {
  const steps = called.map((name) => {
    const step = consumption[name];
    if (step === undefined)
      throw new BenchError(`Nobody has said what ${name} consumes: see consumption.ts.`);
    return step;
  });
  const total = (of: (step: (typeof steps)[number]) => number | undefined): number =>
    steps.reduce((sum, step) => sum + (of(step) ?? 0), 0);
  const links = steps.filter(({ isAnsweredByLink }) => isAnsweredByLink).length;
  // The submission is a request and a function of its own, which starts the execution.
  const httpRequests = 1 + links;
  return {
    history,
    httpRequests,
    invocations: history.invocations + httpRequests,
    writeUnits: total(({ writes }) => writes) + links * link.writes,
    readUnits: total(({ reads }) => reads) + links * link.reads,
    emails: total(({ emails }) => emails),
  };
};

/** Runs the samples' way through the engine, with functions that do nothing and people who say yes at once. */
export const runSamplesWay = async (): Promise<SamplesWay> => {
  const clock = virtualClock(0);
  const called: string[] = [];
  const tokens: string[] = [];
  const invoke: Invoke = (name, payload) => {
    const { token } = payload as { token?: string };
    called.push(name.slice(name.lastIndexOf(':') + 1));
    if (token !== undefined) tokens.push(token);
    return Promise.resolve({ outcome: 'success', payload: yes });
  };
  const engine = createEngine({ place: { memory: true }, clock, invoke });
  try {
    const { stateMachineArn } = await engine.createStateMachine({
      name: 'samples-way',
      definition: readFileSync(file, 'utf8'),
      roleArn: 'arn:aws:iam::000000000000:role/bench',
    });
    const { executionArn } = await engine.startExecution({ stateMachineArn, name: 'claim', input: '{}' });
    await engine.idle();
    await clock.advance(8 * 24 * 3600 * 1000);
    await engine.idle();
    while (tokens.length > 0) {
      for (const taskToken of tokens.splice(0))
        await engine.sendTaskSuccess({ taskToken, output: JSON.stringify(yes) });
      await engine.idle();
    }
    const { status } = await engine.describeExecution({ executionArn });
    const { events } = await engine.getExecutionHistory({ executionArn, maxResults: 1000 });
    const last = events.findLast(({ type }: { type: string }) => type === 'SucceedStateEntered') as
      { stateEnteredEventDetails?: { name?: string } } | undefined;
    if (status !== 'SUCCEEDED' || last?.stateEnteredEventDetails?.name !== 'Done')
      throw new BenchError(`The samples’ way ended as ${status}.`);
    return addUp(called, countHistory(events as unknown as HistoryEvent[]));
  } finally {
    await engine.close();
  }
};
