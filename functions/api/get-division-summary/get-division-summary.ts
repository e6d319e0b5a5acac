import type { getDivisionSummaryOperation } from '../../contracts/api/divisions.ts';
import { shanxiCounties } from '../../contracts/divisions.ts';
import { ProblemError } from '../../platform/errors.ts';
import type { ReadRun } from '../../platform/route.ts';
import type { CountyFigures } from '../../store/reading/read-county-figures.ts';
import { mustSee, seesDivision } from '../access/sees-division.ts';
import { summarise } from './summarise.ts';

export type Deps = { readonly readCounty: (division: string) => Promise<CountyFigures> };

/** The county itself, or the counties of a prefecture or of the province. */
const countiesOf = (division: string): string[] =>
  shanxiCounties.filter((county) => seesDivision({ roles: ['PROVINCE_SUPERVISOR'], division }, county));

export const getDivisionSummary =
  ({ readCounty }: Deps): ReadRun<typeof getDivisionSummaryOperation> =>
  async ({ actor, at, params: { division } }) => {
    mustSee(actor, division);
    const counties = countiesOf(division);
    if (counties.length === 0)
      throw new ProblemError(404, 'NOT_FOUND', `${division} is no county, prefecture or province we serve.`);
    const figures: CountyFigures[] = [];
    // One after the other: a province's figures are wanted once a day and must not starve the queues.
    for (const county of counties) figures.push(await readCounty(county));
    return summarise(division, figures, at);
  };
