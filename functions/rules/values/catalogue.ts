import * as z from 'zod';
import type { Instrument } from '../../contracts/instruments.ts';
import { meaningOf, type ValueMeaning } from '../../contracts/rule-value.ts';
import { ruleValuesShape } from '../../contracts/rule-values.ts';
import { profiles } from '../instruments.ts';
import { shippedValues } from './province.ts';

/** What an administrator must know of a rule value before setting it. */
export type CatalogueEntry = ValueMeaning & {
  readonly ruleId: string;
  /** Whose claims it decides; none where it is the desk's own, for every claim. */
  readonly instruments: readonly Instrument[];
  /** It may be left open; a claim that needs it is then kept and not paid. */
  readonly mayBeOpen: boolean;
  /** What the province sets no lower level may exceed. */
  readonly isCap: boolean;
  /** What it takes, as JSON Schema: its kind, its bounds, its words. */
  readonly takes: Readonly<Record<string, unknown>>;
};

const isCode = (name: string): name is Instrument => Object.hasOwn(profiles, name);
const codes = Object.keys(profiles).filter(isCode);

const usersOf = (section: string): Instrument[] => codes.filter((code) => profiles[code].section === section);

const caps = new Set(shippedValues.filter(({ isCap }) => isCap === true).map(({ ruleId }) => ruleId));

const takesOf = (schema: z.ZodType): Record<string, unknown> => {
  const takes: Record<string, unknown> = z.toJSONSchema(schema, { io: 'input' });
  return Object.fromEntries(Object.entries(takes).filter(([name]) => name !== '$schema'));
};

const gather = (schema: z.ZodType, path: readonly string[]): CatalogueEntry[] => {
  const meaning = meaningOf(schema);
  const [section = ''] = path;
  const ruleId = path.join('.');
  if (meaning !== undefined)
    return [
      {
        ruleId,
        ...meaning,
        instruments: usersOf(section),
        mayBeOpen: schema.safeParse(null).success,
        isCap: caps.has(ruleId),
        takes: takesOf(schema),
      },
    ];
  if (!(schema instanceof z.ZodObject)) return [];
  const parts: Readonly<Record<string, unknown>> = schema.shape;
  return Object.entries(parts).flatMap(([name, part]) =>
    part instanceof z.ZodType ? gather(part, [...path, name]) : [],
  );
};

/** Every rule value there is, gathered from the schemas and what they say of themselves. */
export const catalogue: readonly CatalogueEntry[] = Object.entries(ruleValuesShape).flatMap(
  ([name, schema]) => gather(schema, [name]),
);

const byId = new Map(catalogue.map((entry) => [entry.ruleId, entry]));

/** By its name, or by the name of a part of it (`transport.flatFen.IN_PROVINCE`). */
export const entryOf = (ruleId: string): CatalogueEntry | undefined => {
  const parts = ruleId.split('.');
  return byId.get(ruleId) ?? (parts.length > 1 ? entryOf(parts.slice(0, -1).join('.')) : undefined);
};
