import type { Actor, Role } from '../../contracts/actor.ts';
import type { getHistoryOperation, TimelineEntry } from '../../contracts/api/application-reads.ts';
import type { ApplicationHead, ApplicationId } from '../../contracts/application.ts';
import { createPager } from '../../platform/cursor.ts';
import type { ReadRun } from '../../platform/route.ts';
import type { Vault } from '../../platform/vault.ts';
import type { AuditEvent } from '../../store/audit/events.ts';
import type { Item, Page } from '../../store/read-application.ts';
import { mustBeReadable } from '../access/may-read.ts';
import { offices, sentenceOf } from './event-sentences.ts';

export type Deps = {
  readonly readHead: (id: ApplicationId) => Promise<ApplicationHead | undefined>;
  readonly readEvents: (
    id: ApplicationId,
    page: { readonly limit: number; readonly start: Item | undefined },
  ) => Promise<Page<AuditEvent>>;
  readonly vault: Vault;
};

const whoSeeWho: readonly Role[] = ['PREFECTURE_SUPERVISOR', 'PROVINCE_SUPERVISOR', 'AUDITOR'];

const entryOf =
  ({ roles }: Actor) =>
  ({ at, type, by, details }: AuditEvent): TimelineEntry => ({
    at,
    what: type,
    sentence: sentenceOf({ type, details }),
    office: offices[by.role],
    ...(roles.some((role) => whoSeeWho.includes(role)) && { by: by.id }),
  });

export const getHistory =
  ({ readHead, readEvents, vault }: Deps): ReadRun<typeof getHistoryOperation> =>
  async ({ actor, params: { applicationId }, query: { limit, cursor } }) => {
    const pager = createPager(vault, 'getHistory', actor.id, applicationId);
    const start = pager.start(cursor);
    const [head, page] = await Promise.all([
      readHead(applicationId),
      readEvents(applicationId, { limit, start }),
    ]);
    mustBeReadable(head, actor);
    return { items: page.items.map(entryOf(actor)), ...pager.next(page.next) };
  };
