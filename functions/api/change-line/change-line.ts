import type { changeLineOperation } from '../../contracts/api/applications.ts';
import type { ChangeRun } from '../../platform/route.ts';
import type { Receipt } from '../../store/idempotency.ts';
import type { LineReplacement } from '../../store/replace-line.ts';

export type Deps = { readonly replaceLine: (input: LineReplacement) => Promise<Receipt> };

export const changeLine =
  ({ replaceLine }: Deps): ChangeRun<typeof changeLineOperation> =>
  ({ actor, at, params: { applicationId, lineNo }, body: { version, ...line }, idempotency }) =>
    replaceLine({ id: applicationId, version, line: { lineNo, ...line }, actor, at, request: idempotency });
