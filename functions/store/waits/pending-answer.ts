import * as z from 'zod';
import type { OutboxEntry, Version } from '../../contracts/application.ts';

const stored = z.record(z.string(), z.unknown());

/** What a lost call would have said; the version to go on from is the application's own, and is not stored twice. */
export const answerIn = ({ answer }: Extract<OutboxEntry, { kind: 'ANSWER' }>, version: Version): string =>
  JSON.stringify({ ...stored.parse(JSON.parse(answer)), version });
