import { shippedByInstruments } from '../instruments.ts';
import type { DatedValue } from './dated.ts';
import { notice, ours, reading, type ShippedValue } from './shipped.ts';

/** In force for the whole year of the notice and the one before: earlier events are judged by the same figures. */
const from = '2019-01-01';

const row = ({ ruleId, value, source, isCap, from: since = from }: ShippedValue): DatedValue => ({
  ruleId,
  level: 'PROVINCE',
  division: '140000',
  value,
  from: since,
  source,
  ...(isCap === true && { isCap }),
});

const common: readonly ShippedValue[] = [
  { ruleId: 'window.start', value: '2020-02-01', source: `${notice} 二、六` },
  { ruleId: 'window.end', value: '2020-06-30', source: `${notice} 二、六` },
  { ruleId: 'minimumAge', value: 16, source: '人社部发〔2018〕46号' },
  { ruleId: 'risk.accountSharedBy', value: 0, source: ours },
  { ruleId: 'risk.phoneSharedBy', value: 2, source: ours },
  { ruleId: 'risk.deviceSharedBy', value: 2, source: ours },
  { ruleId: 'risk.contractEndedWithinDays', value: 30, source: ours },
  { ruleId: 'publicNotice.workingDays', value: 5, source: reading('7') },
  { ruleId: 'verification.everyClaim', value: false, source: ours },
  { ruleId: 'approval.secondApproverAboveFen', value: 2_000_000, source: ours },
  { ruleId: 'deadlines.verification', value: 5, source: reading('7') },
  { ruleId: 'deadlines.correction', value: 15, source: ours },
  { ruleId: 'deadlines.reexamination', value: 5, source: reading('7') },
  { ruleId: 'deadlines.approval', value: 3, source: reading('7') },
  { ruleId: 'deadlines.payment', value: 10, source: reading('7') },
  { ruleId: 'deadlines.configuration', value: 5, source: ours },
];

/**
 * The values the desk is shipped with: the notice's own words, and POLICY's recommended readings where it is
 * silent. Each instrument's stand in its folder.
 */
export const shippedValues: readonly DatedValue[] = [...common, ...shippedByInstruments].map(row);
