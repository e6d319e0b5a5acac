import type { Engine } from '../engine.ts';
import { ServiceError } from '../errors.ts';
import { parseRequest, requests } from '../api/requests.ts';

type Handler = (body: unknown) => Promise<unknown>;

const handlersOf = (engine: Engine): Readonly<Record<string, Handler>> => ({
  CreateStateMachine: (body) => engine.createStateMachine(parseRequest(requests.CreateStateMachine, body)),
  UpdateStateMachine: (body) => engine.updateStateMachine(parseRequest(requests.UpdateStateMachine, body)),
  DeleteStateMachine: (body) => engine.deleteStateMachine(parseRequest(requests.DeleteStateMachine, body)),
  DescribeStateMachine: (body) =>
    engine.describeStateMachine(parseRequest(requests.DescribeStateMachine, body)),
  ListStateMachines: (body) => engine.listStateMachines(parseRequest(requests.ListStateMachines, body)),
  ValidateStateMachineDefinition: (body) =>
    engine.validateStateMachineDefinition(parseRequest(requests.ValidateStateMachineDefinition, body)),
  StartExecution: (body) => engine.startExecution(parseRequest(requests.StartExecution, body)),
  StartSyncExecution: () => {
    throw new ServiceError(
      'StateMachineTypeNotSupported',
      'This operation is not supported by this type of state machine',
    );
  },
  DescribeExecution: (body) => engine.describeExecution(parseRequest(requests.DescribeExecution, body)),
  DescribeStateMachineForExecution: (body) =>
    engine.describeStateMachineForExecution(parseRequest(requests.DescribeStateMachineForExecution, body)),
  ListExecutions: (body) => engine.listExecutions(parseRequest(requests.ListExecutions, body)),
  StopExecution: (body) => engine.stopExecution(parseRequest(requests.StopExecution, body)),
  GetExecutionHistory: (body) => engine.getExecutionHistory(parseRequest(requests.GetExecutionHistory, body)),
  SendTaskSuccess: (body) => engine.sendTaskSuccess(parseRequest(requests.SendTaskSuccess, body)),
  SendTaskFailure: (body) => engine.sendTaskFailure(parseRequest(requests.SendTaskFailure, body)),
  SendTaskHeartbeat: (body) => engine.sendTaskHeartbeat(parseRequest(requests.SendTaskHeartbeat, body)),
  TagResource: (body) => engine.tagResource(parseRequest(requests.TagResource, body)),
  UntagResource: (body) => engine.untagResource(parseRequest(requests.UntagResource, body)),
  ListTagsForResource: (body) => engine.listTagsForResource(parseRequest(requests.ListTagsForResource, body)),
});

/** Calls the operation of that name. */
export const dispatcherOf = (engine: Engine) => {
  const handlers = handlersOf(engine);
  return (operation: string, body: unknown): Promise<unknown> => {
    const handler = Object.hasOwn(handlers, operation) ? handlers[operation] : undefined;
    if (!handler)
      throw new ServiceError(
        'UnknownOperationException',
        `The operation ${operation} is not supported by this engine`,
      );
    return handler(body);
  };
};
