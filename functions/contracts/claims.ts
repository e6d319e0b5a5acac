import * as z from 'zod';
import { claims } from '../rules/instruments.ts';
import { instrumentCodes, type Instrument } from './instruments.ts';

export type ClaimOf<Code extends Instrument> = z.output<(typeof claims)[Code]>;

/** What a line claims: its instrument, and the claim in that instrument's own shape. */
export type LineClaim = { [Code in Instrument]: { instrument: Code; claim: ClaimOf<Code> } }[Instrument];

// Lazy, so that a claim of one instrument builds no other's shape.
const optionOf = (code: Instrument) =>
  z.strictObject({ instrument: z.literal(code), claim: z.lazy(() => claims[code]) });

const unionOf = ([first, ...others]: readonly Instrument[]) => {
  if (first === undefined) throw new Error('There is no instrument');
  return z.discriminatedUnion('instrument', [optionOf(first), ...others.map(optionOf)]);
};

// The list gives each instrument its own shape; a union made from it forgets which, so the type is said once, here.
// eslint-disable-next-line @typescript-eslint/consistent-type-assertions
export const lineClaim = unionOf(instrumentCodes) as unknown as z.ZodType<LineClaim>;
