import type { Actor } from '../contracts/actor.ts';
import type { ApplicationHead, ApplicationId, Draft } from '../contracts/application.ts';
import { maskName } from '../contracts/citizen-id.ts';
import type { Instant } from '../contracts/scalars.ts';
import { ProblemError } from '../platform/errors.ts';
import { beforeFirstEvent, nextEvent } from './audit/events.ts';
import type { Desk } from './desk.ts';
import { answerGivenBefore, rememberRequest, type Idempotency, type Receipt } from './idempotency.ts';
import { divisionPartition, headKey, ownerPartition } from './keys.ts';
import { doerOf } from './doer.ts';
import { payeeFields } from './payee-fields.ts';
import { transact, WriteRefusedError } from './transact.ts';

export type NewDraft = {
  readonly id: ApplicationId;
  readonly draft: Draft;
  readonly actor: Actor;
  readonly at: Instant;
  readonly request: Idempotency;
};

/** Who an application belongs to: an organisation's people share theirs. */
export const ownerOf = (actor: Actor): string => actor.organisationId ?? actor.id;

/** Who claims, as lists may show it: a person masked, and where somebody files for them, the one who is paid. */
const applicantNameOf = (actor: Actor, { proxy, payee }: Draft): string => {
  if (actor.organisationId !== undefined) return actor.name;
  return maskName(proxy && payee ? payee.holderName : actor.name);
};

const headOf = ({ vault }: Desk, { id, draft, actor, at }: NewDraft): Omit<ApplicationHead, 'version'> => ({
  applicationId: id,
  instrument: draft.instrument,
  division: draft.division,
  state: 'DRAFT',
  flags: [],
  owner: ownerOf(actor),
  applicantKind: actor.organisationId === undefined ? 'PERSON' : 'ORGANISATION',
  applicantName: applicantNameOf(actor, draft),
  ...(actor.organisationId !== undefined && { organisationId: actor.organisationId }),
  channel: draft.channel,
  ...(draft.proxy && { proxy: draft.proxy }),
  ...(draft.payee && payeeFields(vault, id, draft.payee)),
  lineCount: 0,
  participants: {
    filers: [actor.id],
    proxies: draft.proxy ? [actor.id] : [],
    factEditors: [],
    accountChangers: [],
    verifiers: [],
    reexaminers: [],
    approvers: [],
  },
  createdAt: at,
  stateSince: at,
  openObjections: 0,
  payoutNo: 0,
  reservedFen: 0,
});

/** Begins an application. */
export const createDraft = async (desk: Desk, input: NewDraft): Promise<Receipt> => {
  const { id, actor, at, request, draft } = input;
  const event = nextEvent(id, beforeFirstEvent, {
    requestId: request.requestId,
    type: 'DRAFT_CREATED',
    at,
    by: doerOf(actor),
    details: { instrument: draft.instrument, division: draft.division, channel: draft.channel },
  });
  const answer: Receipt = { applicationId: id, state: 'DRAFT', version: event.version };
  const head = {
    ...headKey(id),
    ...headOf(desk, input),
    version: event.version,
    ownerPk: ownerPartition(ownerOf(actor)),
    ownerSk: `${at}#${id}`,
    divisionPk: divisionPartition(draft.division),
    divisionSk: `${at}#${id}`,
  };
  try {
    await transact(desk.table, [
      { Put: { Item: head, ConditionExpression: 'attribute_not_exists(pk)' } },
      event.write,
      rememberRequest(request, answer, at),
    ]);
    return answer;
  } catch (error) {
    const before = error instanceof WriteRefusedError && answerGivenBefore(error.at(2)?.found, request);
    if (before) return before;
    if (error instanceof WriteRefusedError)
      throw new ProblemError(
        503,
        'TRY_AGAIN',
        'This application number was just taken. Send the request again.',
      );
    throw error;
  }
};
