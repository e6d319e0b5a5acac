import { monthsBetween } from '../calendar/days.ts';
import { monthsOfYear } from '../grid/stretch.ts';
import type { InstrumentProfile, LineDefinition } from '../instrument-definition.ts';
import { keysBeside } from '../keys-beside.ts';
import { retentionClaim, retentionMonths } from './claim.ts';

/** 稳岗补贴, clause 六.2; README.md beside this file is its page of prose. */
export const retentionProfile: InstrumentProfile<'retention'> = {
  names: { zh: '稳岗补贴', en: 'Retention allowance' },
  clause: '六.2',
  about: 'WORKER',
  paidTo: 'WORKER',
  claimedBy: ['WORKER'],
  windowed: true,
  section: 'retention',
  risks: [],
};

/** What its lines rest on. */
export const retentionLine: LineDefinition<typeof retentionClaim> = {
  records: () => ({}),
  eventDate: ({ spells }) => spells.map(({ startsOn }) => startsOn).sort()[0] ?? '',
  periods: (_claim, { window }) => monthsBetween(window.start, window.end),
  during: retentionMonths,
  periodsIn: monthsOfYear,
  besides: (_claim, { window }) => keysBeside('RETENTION_ALLOWANCE', monthsBetween(window.start, window.end)),
  place: ({ spells }) => spells.at(-1)?.workplace ?? '',
};
