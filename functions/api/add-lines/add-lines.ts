import type { addLinesOperation } from '../../contracts/api/applications.ts';
import { ProblemError } from '../../platform/errors.ts';
import type { ChangeRun } from '../../platform/route.ts';
import type { NewLines } from '../../store/add-lines.ts';
import type { Receipt } from '../../store/idempotency.ts';

export type Deps = { readonly addLines: (input: NewLines) => Promise<Receipt> };

export const addLines =
  (deps: Deps): ChangeRun<typeof addLinesOperation> =>
  ({ actor, at, params, body: { version, lines }, idempotency }) => {
    const instrument = lines[0]?.content.instrument;
    if (instrument === undefined) throw new ProblemError(422, 'NO_LINES', 'Send at least one line.');
    return deps.addLines({
      id: params.applicationId,
      version,
      instrument,
      lines,
      actor,
      at,
      request: idempotency,
    });
  };
