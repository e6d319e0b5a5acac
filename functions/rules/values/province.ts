import type { DatedValue } from './dated.ts';

const notice = '晋人社厅函〔2020〕127号';

/** In force for the whole year of the notice: events before its date count too (POLICY section 1.2). */
const from = '2020-01-01';

const row = (ruleId: string, value: unknown, source: string, isCap = false): DatedValue => ({
  ruleId,
  level: 'PROVINCE',
  division: '140000',
  value,
  from,
  source,
  ...(isCap && { isCap }),
});

const reading = (section: string): string => `${notice}；未写明，按 POLICY ${section} 的推荐读法`;

/** Neither the notice nor POLICY names a figure; the county confirms it before it goes live. */
const ours = `${notice}；未写明，本系统默认值，待县确认`;

/** The province's figures: the notice's own words, and POLICY's recommended readings where it is silent. */
export const provinceValues: readonly DatedValue[] = [
  row('window.start', '2020-02-01', `${notice} 二、六`),
  row('window.end', '2020-06-30', `${notice} 二、六`),
  row('minimumAge', 16, '人社部发〔2018〕46号'),
  row('transport.capFen', 80_000, `${notice} 二.1「不超过800元」`, true),
  row('transport.mode', 'ACTUAL_FARE_CAPPED', reading('3.1')),
  row('transport.scope', 'OUTSIDE_HOME_COUNTY', reading('3.1(a)')),
  row('transport.oncePer', 'CALENDAR_YEAR', reading('3.1')),
  row('transport.requireOrganised', true, `${notice} 二.1「有组织外出务工」`),
  row('transport.flatFen', null, reading('3.1')),
  row('placement.tierFen.IN_COUNTY', 50_000, `${notice} 二.2「500元」`, true),
  row('placement.tierFen.IN_PROVINCE', 80_000, `${notice} 二.2「800元」`, true),
  row('placement.tierFen.OUT_OF_PROVINCE', 100_000, `${notice} 二.2「1000元」`, true),
  row('placement.minContractMonths', 6, reading('3.2(d)')),
  row('placement.targetGroup', 'REGISTERED_POOR', reading('3.2(a)')),
  row('placement.oncePerWorker', true, `${notice} 二.2「按就业人数」`),
  row('placement.requireHrLicence', true, '人力资源市场暂行条例；晋政发电〔2020〕5号「有资质」'),
  row('placement.earlyQuitDays', 30, reading('3.2(g)')),
  row('retention.monthlyFen', 20_000, `${notice} 六.2「每人每月200元」`, true),
  row('retention.minDaysPerMonth', 15, reading('3.10(a)')),
  row('publicNotice.workingDays', 5, reading('7')),
  row('verification.everyClaim', false, ours),
  row('approval.secondApproverAboveFen', 2_000_000, ours),
  row('deadlines.verification', 5, reading('7')),
  row('deadlines.correction', 15, ours),
  row('deadlines.reexamination', 5, reading('7')),
  row('deadlines.approval', 3, reading('7')),
  row('deadlines.payment', 10, reading('7')),
  row('deadlines.configuration', 5, ours),
];
