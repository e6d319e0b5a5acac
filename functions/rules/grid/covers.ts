import type { IsoMonth } from '../../contracts/scalars.ts';
import type { OtherEntitlement } from '../facts.ts';
import { grantedFor } from './granted-for.ts';

/** Whether an entitlement is about a month. One whose job nobody has noted may be about any month; a person looks. */
export const covers = (granted: OtherEntitlement, month: IsoMonth): boolean => {
  const { from, to } = grantedFor(granted);
  return (from === undefined || from <= month) && (to === undefined || month <= to);
};
