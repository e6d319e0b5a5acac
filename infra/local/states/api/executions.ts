import { randomUUID } from 'node:crypto';
import { ServiceError } from '../errors.ts';
import { Gone } from '../executor.ts';
import type { ExecutionRecord } from '../journal/executions.ts';
import { checkName, executionArn } from './arns.ts';
import { findExecution, findMachine, type ApiContext } from './context.ts';
import { viewOf } from './history-view.ts';
import { checkInput, isSameInput } from './input.ts';
import { pageOf } from './paging.ts';
import type { Request } from './requests.ts';
import { abortSignal } from './stop.ts';

const summary = ({ arn, machineArn, name, status, startedMs, stoppedMs }: ExecutionRecord) => ({
  executionArn: arn,
  stateMachineArn: machineArn,
  name,
  status,
  startDate: new Date(startedMs),
  ...(stoppedMs === undefined ? {} : { stopDate: new Date(stoppedMs) }),
  redriveCount: 0,
});

/** AWS can redrive what failed; this engine cannot, and says nothing of it. */
const redrive = (status: string) =>
  status === 'RUNNING' || status === 'SUCCEEDED'
    ? {
        redriveStatus: 'NOT_REDRIVABLE',
        redriveStatusReason: `Execution is ${status} and cannot be redriven`,
      }
    : {};

const optional = (fields: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));

const description = (execution: ExecutionRecord) => ({
  ...summary(execution),
  input: execution.input,
  inputDetails: { included: true },
  ...optional({ output: execution.output, error: execution.error, cause: execution.cause }),
  ...(execution.output === undefined ? {} : { outputDetails: { included: true } }),
  ...redrive(execution.status),
});

/** A name is used once; the same start again while it runs is answered as the first. */
const answerAgain = (existing: ExecutionRecord, input: string) => {
  if (existing.status === 'RUNNING' && isSameInput(existing.input, input))
    return { executionArn: existing.arn, startDate: new Date(existing.startedMs) };
  throw new ServiceError('ExecutionAlreadyExists', `Execution Already Exists: '${existing.arn}'`);
};

export const executionOperations = (context: ApiContext) => {
  const { journal, executor, clock } = context;
  return {
    startExecution: async ({
      stateMachineArn,
      name = randomUUID(),
      input = '{}',
    }: Request<'StartExecution'>) => {
      checkName(name);
      checkInput(input);
      const machine = findMachine(context, stateMachineArn);
      const arn = executionArn(machine.arn, name);
      const existing = journal.executions.byArn(arn);
      if (existing) {
        const answer = answerAgain(existing, input);
        await journal.durable();
        return answer;
      }
      const startedMs = clock.now();
      const { definitionId } = machine;
      await executor.begin({ arn, name, machineArn: machine.arn, definitionId, input, startedMs });
      return { executionArn: arn, startDate: new Date(startedMs) };
    },
    describeExecution: async (request: Request<'DescribeExecution'>) => {
      await journal.durable();
      return description(findExecution(context, request.executionArn));
    },
    listExecutions: async (request: Request<'ListExecutions'>) => {
      await journal.durable();
      const { arn } = findMachine(context, request.stateMachineArn);
      const { items, next } = pageOf(request, (limit, offset) =>
        journal.executions.page(arn, request.statusFilter, limit, offset),
      );
      return { executions: items.map(summary), ...next };
    },
    stopExecution: async ({ executionArn: arn, error, cause }: Request<'StopExecution'>) => {
      const { id } = findExecution(context, arn);
      try {
        await executor.post(id, abortSignal({ error, cause }));
      } catch (reason) {
        if (!(reason instanceof Gone)) throw reason;
      }
      const { stoppedMs = clock.now() } = findExecution(context, arn);
      return { stopDate: new Date(stoppedMs) };
    },
    getExecutionHistory: async (request: Request<'GetExecutionHistory'>) => {
      await journal.durable();
      const { id } = findExecution(context, request.executionArn);
      const { reverseOrder = false, includeExecutionData = true } = request;
      const count = journal.events.count(id);
      const { items, next } = pageOf(request, (limit, offset) =>
        reverseOrder
          ? journal.events.range(id, Math.max(count - offset - limit + 1, 1), count - offset).reverse()
          : journal.events.range(id, offset + 1, offset + limit),
      );
      return { events: items.map((event) => viewOf(event, includeExecutionData)), ...next };
    },
  };
};
