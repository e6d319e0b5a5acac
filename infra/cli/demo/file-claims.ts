import {
  addLinesOperation,
  createApplicationOperation,
  submitApplicationOperation,
} from '../../../functions/contracts/api/applications.ts';
import { maxLinesPerChunk, type ApplicationId } from '../../../functions/contracts/application.ts';
import type { Progress } from '../progress.ts';
import { together, type Crew } from './crew.ts';
import { inWaves, type Filing } from './filings.ts';
import { settle } from './settle.ts';

export type Filed = Filing & { readonly applicationId: ApplicationId };

/** Begins an application, adds its lines in chunks, and submits it. */
const file = async (crew: Crew, filing: Filing): Promise<Filed> => {
  const { filedBy, head, lines } = filing;
  const begun = await crew.as(filedBy, createApplicationOperation, { body: head });
  const params = { applicationId: begun.applicationId };
  let { version } = begun;
  for (let start = 0; start < lines.length; start += maxLinesPerChunk) {
    const body = { version, lines: lines.slice(start, start + maxLinesPerChunk) };
    ({ version } = await crew.as(filedBy, addLinesOperation, { params, body }));
  }
  await crew.as(filedBy, submitApplicationOperation, { params, body: { version } });
  return { ...filing, applicationId: begun.applicationId };
};

/** Files every claim. A second claim of one worker waits until the desk has checked the first. */
export const fileClaims = async (
  crew: Crew,
  filings: readonly Filing[],
  progress: Progress,
): Promise<ReadonlyMap<ApplicationId, Filed>> => {
  const filed = new Map<ApplicationId, Filed>();
  progress.begin('提交申请 applications filed', filings.length);
  for (const wave of inWaves(filings)) {
    await together(wave, 6, async (filing) => {
      const done = await file(crew, filing);
      filed.set(done.applicationId, done);
      progress.step();
    });
    await settle(crew);
  }
  progress.end();
  return filed;
};
