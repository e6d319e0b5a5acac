import type { Clock } from '../../clock.ts';
import { ServiceError } from '../errors.ts';
import type { Executor } from '../executor.ts';
import type { ExecutionRecord } from '../journal/executions.ts';
import type { Journal } from '../journal/journal.ts';
import type { MachineRecord } from '../journal/machines.ts';
import { checkExecutionArn, checkMachineArn, type Home } from './arns.ts';

/** What the operations work with. */
export type ApiContext = {
  readonly journal: Journal;
  readonly executor: Executor;
  readonly clock: Clock;
  readonly home: Home;
};

export const findMachine = ({ journal }: ApiContext, arn: string): MachineRecord => {
  checkMachineArn(arn);
  const machine = journal.machines.find(arn);
  if (!machine) throw new ServiceError('StateMachineDoesNotExist', `State Machine Does Not Exist: '${arn}'`);
  return machine;
};

export const findExecution = ({ journal }: ApiContext, arn: string): ExecutionRecord => {
  checkExecutionArn(arn);
  const execution = journal.executions.byArn(arn);
  if (!execution) throw new ServiceError('ExecutionDoesNotExist', `Execution Does Not Exist: '${arn}'`);
  return execution;
};
