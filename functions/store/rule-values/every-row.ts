import type { DatedValue } from '../../rules/values/dated.ts';
import { everyDivision } from '../../rules/values/divisions-over.ts';
import { currentRows } from '../../rules/values/index.ts';
import { ruleValuesKey } from '../keys.ts';
import { readItems } from '../read-application.ts';
import type { Table } from '../table-client.ts';
import { divisionValuesFrom } from './division-values.ts';

/** Every row of every division, shipped and approved, for a run over the whole province. */
export const readEveryRow = async (table: Table): Promise<readonly DatedValue[]> => {
  const items = await readItems(table, everyDivision.map(ruleValuesKey));
  const approved = everyDivision.flatMap(
    (division, index) => divisionValuesFrom(division, items[index]).rows,
  );
  return [...currentRows, ...approved];
};
