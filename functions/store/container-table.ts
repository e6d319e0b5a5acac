import { containerConfig } from '../platform/container.ts';
import { once } from '../platform/once.ts';
import type { KeylessDesk } from './desk.ts';
import { createTable } from './table-client.ts';

/** Made once for a container, at its first call. */
export const containerTable = once(() => createTable(containerConfig().tableName));

/** What handlers wire their logic to, where it needs no keys. */
export const keylessDesk = (): KeylessDesk => ({ table: containerTable() });
