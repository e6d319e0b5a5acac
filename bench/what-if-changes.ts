import type { DatedValue } from '../functions/rules/values/dated.ts';

const change = (
  ruleId: string,
  value: unknown,
  level: DatedValue['level'],
  division: string,
): DatedValue => ({
  ruleId,
  level,
  division,
  value,
  from: '2020-01-01',
  source: '测试文件',
});

/** They touch every county, so that everything is decided twice. */
export const whatIfChanges = [
  change('retention.monthlyFen', 18_000, 'PROVINCE', '140000'),
  change('transport.capFen', 60_000, 'PROVINCE', '140000'),
  change('publicWorks.monthlyFen', 40_000, 'PREFECTURE', '141100'),
  change('retention.minDaysPerMonth', 10, 'COUNTY', '141124'),
];
