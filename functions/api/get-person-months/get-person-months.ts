import type { getPersonMonthsOperation } from '../../contracts/api/application-reads.ts';
import type { ApplicationHead, ApplicationId } from '../../contracts/application.ts';
import type { StoredLine } from '../../contracts/stored-line.ts';
import { ProblemError } from '../../platform/errors.ts';
import type { ReadRun } from '../../platform/route.ts';
import { ruleDayOf } from '../../rules/line-definition.ts';
import type { PersonMonth } from '../../rules/grid/person-months.ts';
import type { Granted, PersonYear } from '../../store/reading/read-person-months.ts';
import { mustBeReadable } from '../access/may-read.ts';

export type Deps = {
  readonly readHead: (id: ApplicationId) => Promise<ApplicationHead | undefined>;
  readonly readLine: (id: ApplicationId, lineNo: number) => Promise<StoredLine | undefined>;
  readonly readMonths: (subject: string, year: string) => Promise<PersonYear>;
};

const grantedView =
  (id: ApplicationId, line: number) =>
  ({ instrument, applicationId, lineNo, period, amountFen, division, from, to }: Granted) => ({
    instrument,
    applicationId,
    lineNo,
    thisLine: applicationId === id && lineNo === line,
    period,
    amountFen,
    division,
    from,
    to,
  });

const mustBeAPerson = (line: StoredLine | undefined): StoredLine => {
  if (line === undefined) throw new ProblemError(404, 'NOT_FOUND', 'There is no such line.');
  if (line.roster === undefined) return line;
  throw new ProblemError(404, 'NOT_FOUND', 'This line is about an organisation; only a person has months.');
};

export const getPersonMonths =
  ({ readHead, readLine, readMonths }: Deps): ReadRun<typeof getPersonMonthsOperation> =>
  async ({ actor, params: { applicationId, lineNo }, query: { year: asked } }) => {
    mustBeReadable(await readHead(applicationId), actor);
    const line = mustBeAPerson(await readLine(applicationId, lineNo));
    const year = asked ?? ruleDayOf(line.content).slice(0, 4);
    const { worker, months } = await readMonths(line.subject, year);
    const view = grantedView(applicationId, lineNo);
    return {
      lineNo,
      year,
      knownToRegister: worker !== undefined,
      months: months.map(({ month, jobs, wagesFen, insuredBy, granted }: PersonMonth<Granted>) => ({
        month,
        jobs: [...jobs],
        wagesFen,
        insuredBy: [...insuredBy],
        granted: granted.map(view),
      })),
    };
  };
