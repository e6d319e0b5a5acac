import { containerConfig } from '../platform/container.ts';
import { createMachine } from '../platform/machine.ts';
import { once } from '../platform/once.ts';

/** Made once for a container, at its first call. */
export const machine = once(() => createMachine(containerConfig().applicationMachineArn));
