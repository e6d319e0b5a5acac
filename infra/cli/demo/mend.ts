import { getApplicationOperation } from '../../../functions/contracts/api/application-reads.ts';
import {
  changeLineOperation,
  changePayeeOperation,
  submitApplicationOperation,
} from '../../../functions/contracts/api/applications.ts';
import type { ApplicationId, WaitKind } from '../../../functions/contracts/application.ts';
import { CliError } from '../cli-error.ts';
import type { Progress } from '../progress.ts';
import { together, type Crew } from './crew.ts';
import type { Filed } from './file-claims.ts';
import { readCorrections } from './filings.ts';
import { settle } from './settle.ts';

const readOwn = (crew: Crew, { filedBy, applicationId }: Filed) =>
  crew.as(filedBy, getApplicationOperation, { params: { applicationId } });

/** The filed claim of this name. @throws CliError when the sample has none */
export const claimNamed = (filed: ReadonlyMap<ApplicationId, Filed>, remark: string): Filed => {
  const found = [...filed.values()].find(({ remarks }) =>
    [...remarks.values()].some((text) => text.includes(remark)),
  );
  if (found === undefined)
    throw new CliError('SAMPLE_CLAIMS_WRONG', `The sample has no claim for: ${remark}`);
  return found;
};

/** The village mends what was returned, as corrections.csv says, and sends it again. */
export const correctReturned = async (
  crew: Crew,
  filed: ReadonlyMap<ApplicationId, Filed>,
  progress: Progress,
): Promise<number> => {
  const byName = new Map([...filed.values()].map((claim) => [claim.name, claim]));
  const corrections = readCorrections();
  progress.begin('补正 corrected', corrections.length);
  await together(corrections, 1, async ({ name, lines: [line] }) => {
    const claim = byName.get(name);
    if (claim === undefined || line === undefined)
      throw new CliError('SAMPLE_CLAIMS_WRONG', `corrections.csv names ${name}, which was not filed.`);
    const params = { applicationId: claim.applicationId };
    const { version } = await readOwn(crew, claim);
    const { worker, content } = line;
    const changed = await crew.as(claim.filedBy, changeLineOperation, {
      params: { ...params, lineNo: '1' },
      body: { version, worker, content },
    });
    await crew.as(claim.filedBy, submitApplicationOperation, { params, body: { version: changed.version } });
    progress.step();
  });
  await settle(crew);
  progress.end(crew.today());
  return corrections.length;
};

/** The bank sent the money back: the village writes down another account of the worker's. */
export const correctAccount = async (crew: Crew, claim: Filed): Promise<void> => {
  const params = { applicationId: claim.applicationId };
  const { payee } = claim.head;
  if (payee === undefined) return;
  const { version } = await readOwn(crew, claim);
  await crew.as(claim.filedBy, changePayeeOperation, {
    params,
    body: {
      version,
      payee: {
        ...payee,
        bankName: '样例农商银行',
        account: { kind: 'SOCIAL_SECURITY_CARD', number: '6217000010000000003' },
      },
    },
  });
};

/** What the machine waits for with this claim. */
export const waitOf = async (crew: Crew, claim: Filed): Promise<WaitKind | undefined> =>
  (await readOwn(crew, claim)).next.waitingFor;
