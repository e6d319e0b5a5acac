import type { OtherEntitlement } from '../facts.ts';

const aMonth = /^\d{4}-\d{2}$/u;

/** The months an entitlement is about: its own, where it is paid month by month, or those of the job it rests on. */
export const grantedFor = ({ period, from, to }: OtherEntitlement): Pick<OtherEntitlement, 'from' | 'to'> =>
  aMonth.test(period) ? { from: period, to: period } : { from, to };
