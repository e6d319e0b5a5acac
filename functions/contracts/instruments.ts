import * as z from 'zod';
import { instruments, type InstrumentList } from '../rules/instruments.ts';
import type { InstrumentDefinition } from '../rules/instrument-definition.ts';
import type { Sentence } from './scalars.ts';

/** The notice's subsidies and recognitions (DESIGN section 3), by the names the list of the rules gives them. */
export type Instrument = keyof InstrumentList;

const isInstrument = (name: string): name is Instrument => name in instruments;

/** In the order of the notice. */
export const instrumentCodes: readonly Instrument[] = Object.keys(instruments).filter(isInstrument);
export const instrument = z.enum(instrumentCodes);

/** What all instruments have in common to be asked; the shapes of claim and facts differ and are not said here. */
export const definitionOf = (
  code: Instrument,
): Omit<InstrumentDefinition, 'records' | 'eventDate' | 'periods' | 'precedence' | 'place' | 'assess'> =>
  instruments[code];

/** Recognitions: an application without money. */
export const paysNobody = (code: Instrument): boolean => definitionOf(code).paidTo === 'NOBODY';

/** 中文 and English, as a county office writes them. */
export const nameOf = (code: Instrument): Sentence => instruments[code].names;
