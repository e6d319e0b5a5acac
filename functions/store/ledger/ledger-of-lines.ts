import type { ApplicationHead } from '../../contracts/application.ts';
import type { LedgerEntry } from '../../contracts/ledger.ts';
import type { StoredLine } from '../../contracts/stored-line.ts';
import { entitlementRow, type EntitlementRow } from '../entitlements.ts';
import { entitlementKey } from '../keys.ts';
import { readItems } from '../read-application.ts';
import { recentBook } from '../rule-values/rule-book.ts';
import type { Table } from '../table-client.ts';
import { periodsOf } from './periods-of.ts';
import { readLedgers } from './read-ledger.ts';

export type LedgerOfLine = {
  readonly line: StoredLine;
  readonly entitlements: readonly {
    readonly period: string;
    readonly fullFen: number;
    readonly entries: readonly LedgerEntry[];
  }[];
};

/** The application itself, the paid one it supplements, or a supplement of either. */
const isKin = ({ applicationId, adjusts }: EntitlementRow, head: ApplicationHead): boolean => {
  const kin = [head.applicationId, head.adjusts];
  return kin.includes(applicationId) || (adjusts !== undefined && kin.includes(adjusts));
};

type Held = { readonly pk: string; readonly row: EntitlementRow; readonly lineNo: number };

const heldBy = async (table: Table, head: ApplicationHead, lines: readonly StoredLine[]): Promise<Held[]> => {
  const book = await recentBook(table, head.division);
  const places = lines.flatMap((line) =>
    periodsOf(book, line).map((period) => ({
      lineNo: line.lineNo,
      key: entitlementKey(line.content.instrument, line.subject, period),
    })),
  );
  const items = await readItems(
    table,
    places.map(({ key }) => key),
  );
  return places.flatMap(({ lineNo, key: { pk } }, index) => {
    const item = items[index];
    const row = item && entitlementRow.parse(item);
    return row?.lineNo === lineNo && isKin(row, head) ? [{ pk, row, lineNo }] : [];
  });
};

/** The ledgers of what some lines hold, or a supplement of them; another application's are not shown. */
export const ledgerOfLines = async (
  table: Table,
  head: ApplicationHead,
  lines: readonly StoredLine[],
): Promise<LedgerOfLine[]> => {
  const held = await heldBy(table, head, lines);
  const ledgers = await readLedgers(
    table,
    held.map(({ pk }) => pk),
  );
  return lines.map((line) => ({
    line,
    entitlements: held
      .filter(({ lineNo }) => lineNo === line.lineNo)
      .map(({ pk, row: { period, amountFen } }) => ({
        period,
        fullFen: amountFen,
        entries: (ledgers.get(pk) ?? []).toSorted((a, b) => (a.at < b.at ? -1 : 1)),
      }))
      .toSorted((a, b) => (a.period < b.period ? -1 : 1)),
  }));
};
