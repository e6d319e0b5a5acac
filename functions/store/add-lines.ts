import type { Actor } from '../contracts/actor.ts';
import { maxLines, type ApplicationId, type Version } from '../contracts/application.ts';
import type { NumberedLine } from '../contracts/numbered-line.ts';
import { definitionOf, type Instrument } from '../contracts/instruments.ts';
import type { Instant } from '../contracts/scalars.ts';
import { ProblemError } from '../platform/errors.ts';
import { AlongsideRefusedError, ApplicationMovedOnError, changeApplication } from './change-application.ts';
import { ownerOf } from './create-draft.ts';
import type { Desk } from './desk.ts';
import { doerOf } from './doer.ts';
import type { Idempotency, Receipt } from './idempotency.ts';
import { storeLine } from './lines.ts';
import { explainOwn } from './own-application.ts';

export type NewLines = {
  readonly id: ApplicationId;
  readonly version: Version;
  readonly instrument: Instrument;
  readonly lines: readonly NumberedLine[];
  readonly actor: Actor;
  readonly at: Instant;
  readonly request: Idempotency;
};

/** Where the payee is the worker, one application is one worker; one about an organisation is one line. */
export const linesAllowed = (instrument: Instrument): number => {
  const { about, paidTo } = definitionOf(instrument);
  return about === 'WORKER' && paidTo === 'APPLICANT' ? maxLines : 1;
};

const tooMany = (head: ApplicationMovedOnError['head'], adding: number): boolean =>
  head !== undefined && head.lineCount + adding > linesAllowed(head.instrument);

const explain = (error: unknown, { actor, version, lines, instrument }: NewLines): never => {
  if (error instanceof AlongsideRefusedError) {
    const taken = error.refusals.flatMap(({ index }) => lines[index]?.lineNo ?? []);
    throw new ProblemError(
      409,
      'LINE_EXISTS',
      `Line ${taken.join(', ')} is already there. Change it instead.`,
      { taken },
    );
  }
  if (error instanceof ApplicationMovedOnError && error.head?.version === version) {
    if (error.head.instrument !== instrument)
      throw new ProblemError(422, 'OTHER_INSTRUMENT', `This application is for ${error.head.instrument}.`);
    if (tooMany(error.head, lines.length))
      throw new ProblemError(
        422,
        'TOO_MANY_LINES',
        `An application for ${instrument} holds at most ${linesAllowed(instrument)} lines; it has ${error.head.lineCount} and ${lines.length} more were sent.`,
      );
  }
  return explainOwn(error, actor, version, ['DRAFT']);
};

/** Adds a chunk of lines to a draft, all or none of them. */
export const addLines = async ({ table, vault }: Desk, input: NewLines): Promise<Receipt> => {
  const { id, version, instrument, lines, actor, at, request } = input;
  try {
    return await changeApplication(
      table,
      {
        id,
        expected: version,
        while: ['DRAFT'],
        at,
        event: { type: 'LINES_ADDED', by: doerOf(actor), details: { lines: lines.length } },
        set: {},
        add: { lineCount: lines.length },
        onlyIf: {
          condition: '#owner = :owner AND #instrument = :instrument AND #lineCount <= :room',
          names: { '#owner': 'owner', '#instrument': 'instrument', '#lineCount': 'lineCount' },
          values: {
            ':owner': ownerOf(actor),
            ':instrument': instrument,
            ':room': linesAllowed(instrument) - lines.length,
          },
        },
        alongside: lines.map((line) => ({
          Put: {
            Item: storeLine(vault, id, ownerOf(actor), line),
            ConditionExpression: 'attribute_not_exists(pk)',
          },
        })),
        request,
      },
      (after) => ({ applicationId: id, state: 'DRAFT', version: after }),
    );
  } catch (error) {
    return explain(error, input);
  }
};
