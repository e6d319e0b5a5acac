import { containerConfig, containerVault } from '../platform/container.ts';
import { createMachine } from '../platform/machine.ts';
import { once } from '../platform/once.ts';
import type { Desk } from '../store/desk.ts';
import { createTable } from '../store/table-client.ts';
import { deliver } from './deliver.ts';

/** What the handlers wire their logic to; made once for a container, at its first request. */
export const desk = once((): Desk => ({
  table: createTable(containerConfig().tableName),
  vault: containerVault(),
}));

export const machine = once(() => createMachine(containerConfig().applicationMachineArn));

export const delivering = once(() => deliver(machine()));
