import type { Vault } from '../platform/vault.ts';
import type { Table } from './table-client.ts';

/** What a store operation works with. */
export type Desk = { readonly table: Table; readonly vault: Vault };

/** What an operation works with that seals, opens and looks up nothing: whoever calls it needs no right to the keys. */
export type KeylessDesk = Pick<Desk, 'table'>;
