import { maskCitizenId, maskName } from '../contracts/citizen-id.ts';
import type { ApplicationId, NumberedLine } from '../contracts/application.ts';
import type { StoredLine } from '../contracts/stored-line.ts';
import type { Vault } from '../platform/vault.ts';
import { lineKey, type Key } from './keys.ts';
import { workerPlace } from './sealed-places.ts';

/** A line as it is kept: nothing assessed yet, the worker sealed. */
export const storeLine = (vault: Vault, id: ApplicationId, line: NumberedLine): StoredLine & Key => ({
  ...lineKey(id, line.lineNo),
  lineNo: line.lineNo,
  subject: vault.lookup('citizen', line.worker.citizenId),
  maskedName: maskName(line.worker.name),
  maskedCitizenId: maskCitizenId(line.worker.citizenId),
  workerSealed: vault.seal(JSON.stringify(line.worker), workerPlace(id, line.lineNo)),
  content: line.content,
  standing: 'OPEN',
  run: 0,
  amountFen: 0,
  reasons: [],
  held: [],
  earns: [],
});
