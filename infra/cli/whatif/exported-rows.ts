import type { DatedValue } from '../../../functions/rules/values/dated.ts';
import { everyDivision } from '../../../functions/rules/values/divisions-over.ts';
import { currentRows } from '../../../functions/rules/values/index.ts';
import { ruleValuesKey } from '../../../functions/store/keys.ts';
import type { Item } from '../../../functions/store/registers/batch-get.ts';
import { divisionValuesFrom } from '../../../functions/store/rule-values/division-values.ts';
import { itemOfLine } from '../export/item-line.ts';
import { readManifest } from '../export/manifest.ts';
import { pagesOf } from '../export/part-reader.ts';

const divisionOf = ({ pk, sk }: Item): string | undefined =>
  everyDivision.find((division) => {
    const key = ruleValuesKey(division);
    return key.pk === pk && key.sk === sk;
  });

/**
 * The rule values of an exported desk: those that are shipped, and those its divisions had approved.
 * @throws CliError NO_EXPORT
 */
export const readExportedRows = async (folder: string): Promise<readonly DatedValue[]> => {
  const { parts } = await readManifest(folder);
  const approved: DatedValue[] = [];
  for (const part of parts.filter(({ kind }) => kind === 'registers'))
    for await (const lines of pagesOf(folder, part))
      for (const item of lines.filter((line) => line.includes('"RULES#')).map(itemOfLine)) {
        const division = divisionOf(item);
        if (division !== undefined) approved.push(...divisionValuesFrom(division, item).rows);
      }
  return [...currentRows, ...approved];
};
