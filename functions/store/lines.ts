import { maskCitizenId, maskName } from '../contracts/citizen-id.ts';
import type { ApplicationId } from '../contracts/application.ts';
import type { NumberedLine } from '../contracts/numbered-line.ts';
import type { StoredLine } from '../contracts/stored-line.ts';
import type { Vault } from '../platform/vault.ts';
import { lineKey, type Key } from './keys.ts';
import { rosterPlace, workerPlace } from './sealed-places.ts';

type People = Pick<
  StoredLine,
  'subject' | 'maskedName' | 'maskedCitizenId' | 'workerSealed' | 'roster' | 'rosterSealed'
>;

/** About one worker, or about whoever applies and the people on its roster; either way nobody is named in clear. */
const peopleOf = (vault: Vault, id: ApplicationId, applicant: string, line: NumberedLine): People => {
  const { lineNo, worker, roster = [] } = line;
  if (worker)
    return {
      subject: vault.lookup('citizen', worker.citizenId),
      maskedName: maskName(worker.name),
      maskedCitizenId: maskCitizenId(worker.citizenId),
      workerSealed: vault.seal(JSON.stringify(worker), workerPlace(id, lineNo)),
    };
  return {
    subject: applicant,
    maskedName: '',
    maskedCitizenId: '',
    roster: roster.map(({ name, citizenId, startsOn, endsOn }) => ({
      subject: vault.lookup('citizen', citizenId),
      maskedName: maskName(name),
      startsOn,
      ...(endsOn !== undefined && { endsOn }),
    })),
    rosterSealed: vault.seal(JSON.stringify(roster), rosterPlace(id, lineNo)),
  };
};

/** A line as it is kept: nothing assessed yet, its people sealed. `applicant` is the application's owner. */
export const storeLine = (
  vault: Vault,
  id: ApplicationId,
  applicant: string,
  line: NumberedLine,
): StoredLine & Key => ({
  ...lineKey(id, line.lineNo),
  lineNo: line.lineNo,
  ...peopleOf(vault, id, applicant, line),
  content: line.content,
  standing: 'OPEN',
  run: 0,
  amountFen: 0,
  reasons: [],
  held: [],
  earns: [],
});
