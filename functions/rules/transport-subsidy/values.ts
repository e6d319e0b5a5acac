import * as z from 'zod';
import { configurable, ruleValue } from '../../contracts/rule-value.ts';
import { fen } from '../../contracts/scalars.ts';
import { notice, reading, type ShippedValue } from '../values/shipped.ts';

export const transportValues = z.strictObject({
  capFen: configurable(fen, { zh: '交通补助最高额', en: 'Most that is paid', unit: 'FEN', kind: 'HARD' }),
  mode: configurable(z.enum(['ACTUAL_FARE_CAPPED', 'FLAT_BY_DESTINATION']), {
    zh: '计算方式',
    en: 'How the amount is found',
    unit: 'SWITCH',
    kind: 'DELEGATED',
  }),
  scope: ruleValue(z.enum(['OUTSIDE_HOME_COUNTY', 'OUTSIDE_PROVINCE']), {
    zh: '“外出”范围',
    en: 'What counts as going out',
    unit: 'SWITCH',
    kind: 'DELEGATED',
  }),
  oncePer: ruleValue(z.enum(['CALENDAR_YEAR']), {
    zh: '“一次性”的期间',
    en: 'The period of “once”',
    unit: 'SWITCH',
    kind: 'DELEGATED',
  }),
  requireOrganised: ruleValue(z.boolean(), {
    zh: '须有组织外出',
    en: 'The departure must be organised',
    unit: 'SWITCH',
    kind: 'HARD',
  }),
  /** For FLAT_BY_DESTINATION: what a county pays by distance; it may have set one figure and not the other. */
  flatFen: configurable(
    z.strictObject({
      IN_PROVINCE: z.nullable(fen).default(null),
      OUT_OF_PROVINCE: z.nullable(fen).default(null),
    }),
    { zh: '按目的地定额', en: 'Flat amounts by destination', unit: 'FEN', kind: 'DELEGATED' },
  ),
});

export const transportShipped: readonly ShippedValue[] = [
  { ruleId: 'transport.capFen', value: 80_000, source: `${notice} 二.1「不超过800元」`, isCap: true },
  { ruleId: 'transport.mode', value: 'ACTUAL_FARE_CAPPED', source: reading('3.1') },
  { ruleId: 'transport.scope', value: 'OUTSIDE_HOME_COUNTY', source: reading('3.1(a)') },
  { ruleId: 'transport.oncePer', value: 'CALENDAR_YEAR', source: reading('3.1') },
  { ruleId: 'transport.requireOrganised', value: true, source: `${notice} 二.1「有组织外出务工」` },
  { ruleId: 'transport.flatFen', value: null, source: reading('3.1') },
];
