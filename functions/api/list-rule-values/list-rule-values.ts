import type { listRuleValuesOperation } from '../../contracts/api/rule-values.ts';
import type { ReadRun } from '../../platform/route.ts';
import { dayOf } from '../../platform/time.ts';
import type { DatedValue } from '../../rules/values/dated.ts';
import { valuesOfDay, type ValueOfDay } from '../../rules/values/values-of-day.ts';
import { mustSee } from '../access/sees-division.ts';
import { ruleRowView } from '../views/rule-row-view.ts';

export type Deps = { readonly rowsOf: (division: string) => Promise<readonly DatedValue[]> };

const valueView = ({
  ruleId,
  zh,
  en,
  unit,
  kind,
  instruments,
  mayBeOpen,
  isCap,
  takes,
  value,
  row,
}: ValueOfDay) => ({
  ruleId,
  meaning: { zh, en },
  unit,
  kind,
  instruments: [...instruments],
  mayBeOpen,
  isCap,
  takes,
  ...(row !== undefined &&
    value !== null && { inForce: { ...ruleRowView(row), value: ruleRowView({ ...row, value }).value } }),
});

export const listRuleValues =
  ({ rowsOf }: Deps): ReadRun<typeof listRuleValuesOperation> =>
  async ({ actor, at, params: { division }, query: { on = dayOf(at) } }) => {
    mustSee(actor, division);
    const values = valuesOfDay(await rowsOf(division), division, on);
    const missing = values.filter(({ value }) => value === null).map(({ ruleId }) => ruleId);
    return { division, on, values: values.map(valueView), missing };
  };
