import type { getAssessmentOperation } from '../../contracts/api/application-reads.ts';
import type { ApplicationHead, ApplicationId } from '../../contracts/application.ts';
import { ProblemError } from '../../platform/errors.ts';
import type { ReadRun } from '../../platform/route.ts';
import { clauseOf } from '../../rules/clauses.ts';
import type { OpenedRecord } from '../../store/assessments/record.ts';
import { mustBeReadable } from '../access/may-read.ts';

export type Deps = {
  readonly readHead: (id: ApplicationId) => Promise<ApplicationHead | undefined>;
  /** The last assessment of a line. */
  readonly readAssessment: (id: ApplicationId, lineNo: number) => Promise<OpenedRecord | undefined>;
};

/** The clauses in the words that the record keeps; the title is today's. */
const quoted = (clauses: Readonly<Record<string, string>>) =>
  Object.entries(clauses).flatMap(([clause, quote]) => {
    const found = clauseOf(clause);
    return found ? [{ clause, title: found.title, quote }] : [];
  });

export const getAssessment =
  ({ readHead, readAssessment }: Deps): ReadRun<typeof getAssessmentOperation> =>
  async ({ actor, params: { applicationId, lineNo } }) => {
    const [head, found] = await Promise.all([readHead(applicationId), readAssessment(applicationId, lineNo)]);
    mustBeReadable(head, actor);
    if (found === undefined)
      throw new ProblemError(404, 'NOT_FOUND', 'There is no such line, or it has not been checked yet.');
    const { hash, record } = found;
    const { assessment, applicationVersion, at, rules, run } = record;
    return {
      lineNo,
      run,
      ...assessment,
      clauses: quoted(record.clauses),
      record: { at, hash, applicationVersion, rulesVersion: rules.version, valuesHash: rules.valuesHash },
    };
  };
