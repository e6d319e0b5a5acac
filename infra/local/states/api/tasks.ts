import { ServiceError } from '../errors.ts';
import { Gone, Refusal, type Signal } from '../executor.ts';
import { Doc, tryParse } from '../json.ts';
import type { Frame } from '../journal/frames.ts';
import type { TaskState } from '../definition/program.ts';
import type { Run } from '../run/run.ts';
import { attempt } from '../run/turn.ts';
import { onHeartbeat, onTokenFailure, onTokenSuccess } from '../states/task.ts';
import { readToken } from '../states/token.ts';
import type { ApiContext } from './context.ts';
import type { Request } from './requests.ts';

/** The answers of those who hold a task token. */

const gone = () => new ServiceError('TaskTimedOut', "Task Timed Out: 'Provided task does not exist anymore'");

type Act = (run: Run, frame: Frame, state: TaskState) => Promise<void> | void;

/** A token counts while its task waits, also before the invocation that handed it out has been answered. */
const isWaiting = (frame: Frame | undefined, token: string): frame is Frame =>
  frame?.token === token && (frame.phase === 'token' || frame.phase === 'invoke');

const signalFor =
  (token: string, frameId: number, act: Act): Signal =>
  async (run) => {
    const frame = run.frames.get(frameId);
    if (!isWaiting(frame, token)) throw new Refusal(gone());
    await attempt(run, frame, (state) => (state.type === 'Task' ? act(run, frame, state) : undefined));
  };

export const taskOperations = ({ executor }: ApiContext) => {
  const deliver = async (token: string, act: Act) => {
    const place = readToken(token);
    if (!place) throw new ServiceError('InvalidToken', "Invalid Token: 'Invalid token'");
    try {
      await executor.post(place.executionId, signalFor(token, place.frameId, act));
    } catch (error) {
      throw error instanceof Gone ? gone() : error;
    }
    return {};
  };
  return {
    sendTaskSuccess: async ({ taskToken, output }: Request<'SendTaskSuccess'>) => {
      const parsed = tryParse(output);
      if (!parsed) throw new ServiceError('InvalidOutput', `Invalid Output: 'The output is not valid JSON'`);
      return deliver(taskToken, (run, frame, state) =>
        onTokenSuccess(run, frame, state, Doc.of(parsed.value)),
      );
    },
    sendTaskFailure: ({ taskToken, error, cause }: Request<'SendTaskFailure'>) =>
      deliver(taskToken, (run, frame, state) => onTokenFailure(run, frame, state, { error, cause })),
    sendTaskHeartbeat: ({ taskToken }: Request<'SendTaskHeartbeat'>) => deliver(taskToken, onHeartbeat),
  };
};
