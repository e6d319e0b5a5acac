import * as z from 'zod';
import {
  getApplicationOperation,
  getAssessmentOperation,
  listLinesOperation,
} from '../../../functions/contracts/api/application-reads.ts';
import type { LineView } from '../../../functions/contracts/api/views.ts';
import { allPages } from '../api-client.ts';
import { asUser } from '../as-user.ts';
import { applicationIdOf } from '../application-id.ts';
import { CliError } from '../cli-error.ts';
import type { RunningDesk } from '../running-desk.ts';

export type Assessed = z.output<(typeof getAssessmentOperation)['response']>;

export type Explained = {
  readonly application: z.output<(typeof getApplicationOperation)['response']>;
  readonly lines: readonly { readonly view: LineView; readonly assessed: Assessed | undefined }[];
};

/**
 * An application with the last assessment of each line, read over the API as one of the desk's users.
 * @throws CliError APPLICATION_ID_WRONG, USER_UNKNOWN, or the desk's own code
 */
export const readExplained = async (desk: RunningDesk, text: string, user: string): Promise<Explained> => {
  const params = { applicationId: applicationIdOf(text) };
  const ask = await asUser(desk, user);
  const assessmentOf = async (lineNo: number): Promise<Assessed | undefined> => {
    try {
      return await ask(getAssessmentOperation, { params: { ...params, lineNo: String(lineNo) } });
    } catch (error) {
      if (error instanceof CliError && error.code === 'NOT_FOUND') return undefined;
      throw error;
    }
  };
  const application = await ask(getApplicationOperation, { params });
  const views = await allPages((cursor) =>
    ask(listLinesOperation, { params, query: { limit: '100', ...(cursor !== undefined && { cursor }) } }),
  );
  const lines: Explained['lines'][number][] = [];
  for (const view of views) lines.push({ view, assessed: await assessmentOf(view.lineNo) });
  return { application, lines };
};
