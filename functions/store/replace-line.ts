import type { Actor } from '../contracts/actor.ts';
import type { ApplicationHead, ApplicationId, Version } from '../contracts/application.ts';
import type { NumberedLine } from '../contracts/numbered-line.ts';
import type { Instant } from '../contracts/scalars.ts';
import { storedLine, type StoredLine } from '../contracts/stored-line.ts';
import { ProblemError } from '../platform/errors.ts';
import { changeApplication } from './change-application.ts';
import { withParticipant } from './decisions/decision.ts';
import type { Desk } from './desk.ts';
import { doerOf } from './doer.ts';
import { releaseEntitlement } from './entitlements.ts';
import { answerGivenBefore, requestKey, type Idempotency, type Receipt } from './idempotency.ts';
import { headKey, lineKey } from './keys.ts';
import { storeLine } from './lines.ts';
import { explainOwn, mustBeAt, mustBeOwn } from './own-application.ts';
import { parseHead, readItems, type Item } from './read-application.ts';
import type { Write } from './transact.ts';

export type LineReplacement = {
  readonly id: ApplicationId;
  readonly version: Version;
  readonly line: NumberedLine;
  readonly actor: Actor;
  readonly at: Instant;
  readonly request: Idempotency;
};

const editable = ['DRAFT', 'RETURNED'] as const;

/** The old line gives back what it held: the new one may be about another worker. */
const releases = (id: ApplicationId, division: string, line: StoredLine) =>
  line.held.map((part) => releaseEntitlement({ id, line, division }, part));

type Found = { readonly head: ApplicationHead; readonly old: StoredLine };

const mustFit = (found: readonly (Item | undefined)[], { actor, line, version }: LineReplacement): Found => {
  const head = mustBeOwn(parseHead(found[0]), actor);
  if (found[1] === undefined)
    throw new ProblemError(404, 'NO_SUCH_LINE', `There is no line ${line.lineNo} in this application.`);
  if (head.instrument !== line.content.instrument)
    throw new ProblemError(422, 'OTHER_INSTRUMENT', `This application is for ${head.instrument}.`);
  if (head.state === 'DRAFT' || head.state === 'RETURNED') mustBeAt(head, version);
  return { head, old: storedLine.parse(found[1]) };
};

/**
 * Changes a line of a draft, or of an application that was returned for correction.
 * @throws ProblemError NOT_FOUND, NO_SUCH_LINE, OTHER_INSTRUMENT, STATE_DOES_NOT_ALLOW, VERSION_STALE
 */
export const replaceLine = async ({ table, vault }: Desk, input: LineReplacement): Promise<Receipt> => {
  const { id, version, line, actor, at, request } = input;
  const found = await readItems(table, [headKey(id), lineKey(id, line.lineNo), requestKey(request)]);
  const before = answerGivenBefore(found[2], request);
  if (before) return before;
  const { head, old } = mustFit(found, input);
  const replacement: Write = {
    Put: { Item: storeLine(vault, id, head.owner, line), ConditionExpression: 'attribute_exists(pk)' },
  };
  try {
    return await changeApplication(
      table,
      {
        id,
        expected: version,
        while: editable,
        at,
        event: { type: 'LINE_CHANGED', by: doerOf(actor), details: { lineNo: line.lineNo } },
        set: { participants: withParticipant(head, 'factEditors', actor.id) },
        alongside: [replacement, ...releases(id, head.division, old)],
        request,
      },
      (after) => ({ applicationId: id, state: head.state, version: after }),
    );
  } catch (error) {
    return explainOwn(error, actor, version, editable);
  }
};
