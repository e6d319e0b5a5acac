import * as z from 'zod';
import { instruments, type InstrumentList } from '../rules/instruments.ts';
import type { Instrument } from './instruments.ts';

export type ClaimOf<Code extends Instrument> = z.output<InstrumentList[Code]['claim']>;

/** What a line claims: its instrument, and the claim in that instrument's own shape. */
export type LineClaim = { [Code in Instrument]: { instrument: Code; claim: ClaimOf<Code> } }[Instrument];

const options = Object.entries(instruments).map(([code, { claim }]) =>
  z.strictObject({ instrument: z.literal(code), claim }),
);
const [first, ...others] = options;
if (first === undefined) throw new Error('There is no instrument');

// The list gives each instrument its own shape; Object.entries forgets which, so the type is said once, here.
// eslint-disable-next-line @typescript-eslint/consistent-type-assertions
export const lineClaim = z.discriminatedUnion('instrument', [
  first,
  ...others,
]) as unknown as z.ZodType<LineClaim>;
