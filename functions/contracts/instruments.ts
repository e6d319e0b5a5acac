import * as z from 'zod';
import { profiles } from '../rules/instruments.ts';
import type { InstrumentProfile } from '../rules/instrument-definition.ts';
import type { Sentence } from './scalars.ts';

/** The notice's subsidies and recognitions (DESIGN section 3), by the names the list of the rules gives them. */
export type Instrument = keyof typeof profiles;

const isInstrument = (name: string): name is Instrument => name in profiles;

/** In the order of the notice. */
export const instrumentCodes: readonly Instrument[] = Object.keys(profiles).filter(isInstrument);
export const instrument = z.enum(instrumentCodes);

/** What all instruments have in common to be asked. */
export const definitionOf = (code: Instrument): InstrumentProfile => profiles[code];

/** Recognitions: an application without money. */
export const paysNobody = (code: Instrument): boolean => definitionOf(code).paidTo === 'NOBODY';

/** 中文 and English, as a county office writes them. */
export const nameOf = (code: Instrument): Sentence => profiles[code].names;
