import type { Vault } from '../platform/vault.ts';
import type { Table } from './table-client.ts';

/** What every store operation works with. */
export type Desk = { readonly table: Table; readonly vault: Vault };
