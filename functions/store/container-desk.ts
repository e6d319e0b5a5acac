import { containerTable } from './container-table.ts';
import type { Desk } from './desk.ts';
import { containerVault } from './key-ring/container-vault.ts';

/** What handlers wire their logic to, where it works with sealed fields; the others take `keylessDesk`. */
export const desk = (): Desk => ({ table: containerTable(), vault: containerVault() });
