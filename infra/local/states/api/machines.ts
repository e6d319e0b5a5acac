import { randomUUID } from 'node:crypto';
import { parseDefinition } from '../definition/parse.ts';
import type { Diagnostic } from '../definition/diagnostics.ts';
import { ServiceError } from '../errors.ts';
import { ignoreGone } from '../executor.ts';
import type { MachineRecord } from '../journal/machines.ts';
import { checkMachineArn, checkName, checkRoleArn, machineArn } from './arns.ts';
import { findExecution, findMachine, type ApiContext } from './context.ts';
import { abortSignal } from './stop.ts';
import { pageOf } from './paging.ts';
import type { Request } from './requests.ts';

const refusalOf = (diagnostics: readonly Diagnostic[]): ServiceError => {
  const found = diagnostics.map(
    ({ code, message, location }) => `${code}: ${message} at ${location ?? 'null'}`,
  );
  return new ServiceError('InvalidDefinition', `Invalid State Machine Definition: '${found.join(', ')}'`);
};

const checkDefinition = (text: string): void => {
  const parsed = parseDefinition(text);
  if (!parsed.ok) throw refusalOf(parsed.diagnostics);
};

const refuseVersions = (publish: boolean | undefined): void => {
  if (publish === true)
    throw new ServiceError('ValidationException', 'Versions are not supported: leave out publish');
};

const checkUpdate = (request: Request<'UpdateStateMachine'>): void => {
  const { definition, roleArn, loggingConfiguration, tracingConfiguration } = request;
  if ([definition, roleArn, loggingConfiguration, tracingConfiguration].every((field) => field === undefined))
    throw new ServiceError(
      'MissingRequiredParameter',
      'Either the definition, the role ARN, the LoggingConfiguration, or the TracingConfiguration must be specified',
    );
  refuseVersions(request.publish);
  if (definition !== undefined) checkDefinition(definition);
  if (roleArn !== undefined) checkRoleArn(roleArn);
};

const created = ({ arn, createdMs }: MachineRecord) => ({
  stateMachineArn: arn,
  creationDate: new Date(createdMs),
});

/** The same request again is answered as the first, whatever its role and tags; another definition is refused. */
const answerAgain = (existing: MachineRecord, { definition }: Request<'CreateStateMachine'>) => {
  if (existing.definition === definition) return created(existing);
  throw new ServiceError('StateMachineAlreadyExists', `State Machine Already Exists: '${existing.arn}'`);
};

const settings = {
  loggingConfiguration: { level: 'OFF', includeExecutionData: false },
  tracingConfiguration: { enabled: false },
} as const;

const describe = ({ arn, name, createdMs, definition, roleArn, revision }: MachineRecord) => ({
  stateMachineArn: arn,
  name,
  status: 'ACTIVE',
  definition,
  roleArn,
  type: 'STANDARD',
  creationDate: new Date(createdMs),
  ...settings,
  ...(revision === undefined ? {} : { revisionId: revision }),
});

export const machineOperations = (context: ApiContext) => {
  const { journal, executor, clock, home } = context;
  return {
    createStateMachine: async (request: Request<'CreateStateMachine'>) => {
      const { name, definition, roleArn, type, tags = [], publish } = request;
      checkName(name);
      checkRoleArn(roleArn);
      refuseVersions(publish);
      if (type === 'EXPRESS')
        throw new ServiceError('StateMachineTypeNotSupported', "State Machine Type Not Supported: 'EXPRESS'");
      checkDefinition(definition);
      const arn = machineArn(home, name);
      const existing = journal.machines.find(arn);
      if (existing) return answerAgain(existing, request);
      const atMs = clock.now();
      journal.machines.insert({ arn, name, text: definition, roleArn, revision: undefined, atMs, tags });
      await journal.durable();
      return { stateMachineArn: arn, creationDate: new Date(atMs) };
    },
    updateStateMachine: async (request: Request<'UpdateStateMachine'>) => {
      const machine = findMachine(context, request.stateMachineArn);
      checkUpdate(request);
      const { definition: text = machine.definition, roleArn = machine.roleArn } = request;
      const atMs = clock.now();
      if (machine.revision !== undefined && text === machine.definition && roleArn === machine.roleArn)
        return { updateDate: new Date(atMs), revisionId: machine.revision };
      const revision = randomUUID();
      journal.machines.revise({ arn: machine.arn, text, roleArn, revision, atMs });
      await journal.durable();
      return { updateDate: new Date(atMs), revisionId: revision };
    },
    /** Ends what is running, as AWS does; then the machine and all of its executions are forgotten in one step. */
    deleteStateMachine: async ({ stateMachineArn: arn }: Request<'DeleteStateMachine'>) => {
      checkMachineArn(arn);
      const { executions, events, machines } = journal;
      for (let running = executions.runningOf(arn); running.length > 0; running = executions.runningOf(arn))
        await Promise.all(running.map((id) => executor.post(id, abortSignal({})).catch(ignoreGone)));
      machines.remove(arn);
      for (const id of executions.removeOf(arn)) events.removeAll(id);
      await journal.durable();
      return {};
    },
    describeStateMachine: async ({ stateMachineArn }: Request<'DescribeStateMachine'>) => {
      await journal.durable();
      return describe(findMachine(context, stateMachineArn));
    },
    describeStateMachineForExecution: async ({
      executionArn,
    }: Request<'DescribeStateMachineForExecution'>) => {
      await journal.durable();
      const { definitionId, machineArn: arn } = findExecution(context, executionArn);
      const { definition, roleArn, updatedMs, revision } = journal.machines.definition(definitionId);
      return {
        stateMachineArn: arn,
        name: arn.slice(arn.lastIndexOf(':') + 1),
        definition,
        roleArn,
        updateDate: new Date(updatedMs),
        ...settings,
        ...(revision === undefined ? {} : { revisionId: revision }),
      };
    },
    listStateMachines: async (request: Request<'ListStateMachines'>) => {
      await journal.durable();
      const { items, next } = pageOf(request, (limit, offset) => journal.machines.page(limit, offset));
      const stateMachines = items.map((machine) => ({
        ...created(machine),
        name: machine.name,
        type: 'STANDARD',
      }));
      return { stateMachines, ...next };
    },
    validateStateMachineDefinition: ({ definition }: Request<'ValidateStateMachineDefinition'>) => {
      const parsed = parseDefinition(definition);
      const diagnostics = parsed.ok
        ? []
        : parsed.diagnostics.map((found) => ({ severity: 'ERROR', ...found }));
      return Promise.resolve({ result: parsed.ok ? 'OK' : 'FAIL', diagnostics, truncated: false });
    },
  };
};
