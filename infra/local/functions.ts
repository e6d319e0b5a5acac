import type { TableDefinition } from './database-table.ts';
import type { Route } from './http-routes.ts';
import type { FunctionHandlers } from './lambda-host.ts';

/** Everything the host takes from functions/: what runs, what is served, what it is kept in. */
export type Functions = {
  readonly routes: readonly Route[];
  readonly taskHandlers: FunctionHandlers;
  readonly tableDefinition: TableDefinition;
};

/** Loads the functions. Call it when their environment is set. */
export const loadFunctions = async (): Promise<Functions> => {
  const [{ routes }, { taskHandlers }, { tableDefinition }] = await Promise.all([
    import('../../functions/api/index.ts'),
    import('../../functions/tasks/index.ts'),
    import('../../functions/store/table.ts'),
  ]);
  return { routes, taskHandlers, tableDefinition };
};
