import { containerConfig } from '../platform/container.ts';
import { createMachine } from '../platform/machine.ts';
import { once } from '../platform/once.ts';
import { deliver } from './deliver.ts';

/** Made once for a container, at its first request. */
export const machine = once(() => createMachine(containerConfig().applicationMachineArn));

export const delivering = once(() => deliver(machine()));
