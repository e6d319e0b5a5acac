import type { getLedgerOperation, LedgerLine } from '../../contracts/api/reassessments.ts';
import type { ApplicationHead, ApplicationId } from '../../contracts/application.ts';
import type { StoredLine } from '../../contracts/stored-line.ts';
import { createPager } from '../../platform/cursor.ts';
import type { ReadRun } from '../../platform/route.ts';
import type { Vault } from '../../platform/vault.ts';
import { inHandFen } from '../../rules/ledger/ledger-delta.ts';
import type { LedgerOfLine } from '../../store/ledger/ledger-of-lines.ts';
import type { Item, Page } from '../../store/read-application.ts';
import { mustBeReadable } from '../access/may-read.ts';

export type Deps = {
  readonly readHead: (id: ApplicationId) => Promise<ApplicationHead | undefined>;
  readonly readLines: (
    id: ApplicationId,
    page: { readonly limit: number; readonly start: Item | undefined },
  ) => Promise<Page<StoredLine>>;
  readonly ledgerOf: (
    head: ApplicationHead,
    lines: readonly StoredLine[],
  ) => Promise<readonly LedgerOfLine[]>;
  readonly vault: Vault;
};

const viewOf = ({ line, entitlements }: LedgerOfLine): LedgerLine => ({
  lineNo: line.lineNo,
  maskedName: line.maskedName,
  entitlements: entitlements.map(({ period, fullFen, entries }) => ({
    period,
    fullFen,
    inHandFen: inHandFen(entries),
    entries: [...entries],
  })),
});

export const getLedger =
  ({ readHead, readLines, ledgerOf, vault }: Deps): ReadRun<typeof getLedgerOperation> =>
  async ({ actor, params: { applicationId }, query: { limit, cursor } }) => {
    const pager = createPager(vault, 'getLedger', actor.id, applicationId);
    const start = pager.start(cursor);
    const head = mustBeReadable(await readHead(applicationId), actor);
    const page = await readLines(applicationId, { limit, start });
    const ledgers = await ledgerOf(head, page.items);
    return { items: ledgers.map(viewOf), ...pager.next(page.next) };
  };
