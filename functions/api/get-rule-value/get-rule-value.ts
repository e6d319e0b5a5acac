import type { getRuleValueOperation } from '../../contracts/api/rule-values.ts';
import { ProblemError } from '../../platform/errors.ts';
import type { ReadRun } from '../../platform/route.ts';
import { entryOf } from '../../rules/values/catalogue.ts';
import { covers, type DatedValue } from '../../rules/values/dated.ts';
import { mustSee } from '../access/sees-division.ts';
import { ruleRowView } from '../views/rule-row-view.ts';

export type Deps = { readonly rowsOf: (division: string) => Promise<readonly DatedValue[]> };

export const getRuleValue =
  ({ rowsOf }: Deps): ReadRun<typeof getRuleValueOperation> =>
  async ({ actor, params: { division, ruleId } }) => {
    mustSee(actor, division);
    const entry = entryOf(ruleId);
    if (entry === undefined)
      throw new ProblemError(
        404,
        'NOT_FOUND',
        `There is no rule value ${ruleId}. List them with GET /divisions/${division}/rule-values.`,
      );
    const rows = (await rowsOf(division)).filter((row) => row.ruleId === ruleId && covers(row, division));
    return { ruleId, meaning: { zh: entry.zh, en: entry.en }, rows: rows.map(ruleRowView) };
  };
