import type { getAssessmentOperation } from '../../contracts/api/application-reads.ts';
import type { ApplicationHead, ApplicationId } from '../../contracts/application.ts';
import type { LineAssessment } from '../../contracts/assessment.ts';
import { ProblemError } from '../../platform/errors.ts';
import type { ReadRun } from '../../platform/route.ts';
import { mustBeReadable } from '../access/may-read.ts';

export type Deps = {
  readonly readHead: (id: ApplicationId) => Promise<ApplicationHead | undefined>;
  /** The last assessment of a line. */
  readonly readAssessment: (
    id: ApplicationId,
    lineNo: number,
  ) => Promise<{ readonly run: number; readonly assessment: LineAssessment } | undefined>;
};

export const getAssessment =
  ({ readHead, readAssessment }: Deps): ReadRun<typeof getAssessmentOperation> =>
  async ({ actor, params: { applicationId, lineNo } }) => {
    const [head, found] = await Promise.all([readHead(applicationId), readAssessment(applicationId, lineNo)]);
    mustBeReadable(head, actor);
    if (found === undefined)
      throw new ProblemError(404, 'NOT_FOUND', 'There is no such line, or it has not been checked yet.');
    return { lineNo, run: found.run, ...found.assessment };
  };
