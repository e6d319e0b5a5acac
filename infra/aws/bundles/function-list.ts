import { operations } from '../../../functions/contracts/api/operations.ts';
import { taskHandlers } from '../../../functions/tasks/index.ts';

export type BundledFunction = {
  /** As machines and schedules call it, or the operation's id. */
  readonly name: string;
  readonly kind: 'TASK' | 'ROUTE';
  /** Its wiring file, from the root of the repository. */
  readonly entry: string;
};

const folderOf = (name: string): string => name.replaceAll(/(?<=.)[A-Z]/g, '-$&').toLowerCase();

/** Every function there is, from the two lists that the desk itself is wired by. */
export const functionList: readonly BundledFunction[] = [
  ...Object.keys(taskHandlers).map((name) => ({
    name,
    kind: 'TASK' as const,
    entry: `functions/tasks/${folderOf(name)}/handler.ts`,
  })),
  ...operations.map(({ operationId: name }) => ({
    name,
    kind: 'ROUTE' as const,
    entry: `functions/api/${folderOf(name)}/handler.ts`,
  })),
];
