import { entitlementKey } from '../keys.ts';

/** The partition of an entitlement's ledger: its key row and the entries of what was paid. */
export const ledgerPk = (instrument: string, subject: string, period: string): string =>
  entitlementKey(instrument, subject, period).pk;
