import type { ApplicationHead } from '../../contracts/application.ts';
import type { Check } from '../../contracts/assessment.ts';
import { definitionOf } from '../../contracts/instruments.ts';
import type { RecognitionKind, RecognitionRecord } from '../../contracts/registers/organisation.ts';
import type { Instant } from '../../contracts/scalars.ts';
import { PermanentError } from '../../platform/errors.ts';
import { dayOf } from '../../platform/time.ts';
import { theSystem } from '../audit/events.ts';
import type { KeylessDesk } from '../desk.ts';
import { readItems } from '../read-application.ts';
import { readAssessment } from '../reading/read-assessment.ts';
import type { Write } from '../transact.ts';
import { entryWrite, lifeWrites } from './life-writes.ts';
import { recognitionFrom, recognitionKeys, type Recognition } from './read-recognition.ts';

/** One application, one recognition: the number says which application it came from. */
const numberOf = ({ applicationId }: ApplicationHead): string => `R${applicationId.slice(1)}`;

const numberIn = (check: Check | undefined, name: string): number => {
  const value = check?.inputs.find((input) => input.name === name)?.value;
  return typeof value === 'number' ? value : 0;
};

/** Whom the check confirmed; where a person had to look at the others, they were found to count. */
const headCountOf = async (desk: KeylessDesk, { applicationId }: ApplicationHead): Promise<number> => {
  const assessed = await readAssessment(desk, applicationId, 1);
  const check = assessed?.record.assessment.checks.find(({ checkId }) => checkId === 'head-count');
  const counted = numberIn(check, 'poorWorkersEmployed');
  return check?.outcome === 'PASS' ? counted : counted + numberIn(check, 'poorWorkersToLookAt');
};

type Entered = { readonly head: ApplicationHead; readonly at: Instant; readonly headCount: number };

/** The entry in the register; what an earlier, revoked recognition left behind stays in its history. */
const entryOf = (
  { head, at, headCount }: Entered,
  kind: RecognitionKind,
  before: Recognition | undefined,
): RecognitionRecord => {
  const today = dayOf(at);
  const { applicationId, division, organisationId = head.owner, submittedAt = at } = head;
  return {
    recognitionNo: numberOf(head),
    organisationId,
    kind,
    level: 'COUNTY',
    division,
    acceptedOn: dayOf(submittedAt),
    recognisedOn: today,
    history: [
      ...(before?.record.history ?? []),
      { status: 'ACTIVE', from: today, reason: `申请 ${applicationId} 认定` },
    ],
    headCount,
    countedOn: dayOf(submittedAt),
    source: { register: 'RECOGNITIONS', asOf: today, version: (before?.record.source.version ?? 0) + 1 },
  };
};

/**
 * What closing a recognition writes beside the application: its entry in the register and the first link of its own
 * life, in the same transaction.
 */
export const recognise = async (
  desk: KeylessDesk,
  head: ApplicationHead,
  at: Instant,
): Promise<{ readonly recognitionNo: string; readonly writes: Write[] }> => {
  const kind = definitionOf(head.instrument).recognises;
  if (kind === undefined) throw new PermanentError(`${head.applicationId} recognises nothing`);
  const ref = { organisationId: head.organisationId ?? head.owner, kind };
  const [entry, life] = await readItems(desk.table, recognitionKeys(ref));
  const before = recognitionFrom(entry, life);
  const record = entryOf({ head, at, headCount: await headCountOf(desk, head) }, kind, before);
  const { recognitionNo, headCount = 0 } = record;
  const event = {
    type: 'RECOGNISED' as const,
    at,
    by: theSystem,
    details: { recognitionNo, headCount, applicationId: head.applicationId },
  };
  return {
    recognitionNo,
    writes: [entryWrite(record, before?.revision ?? 0), ...lifeWrites(ref, before ?? {}, {}, event).writes],
  };
};
