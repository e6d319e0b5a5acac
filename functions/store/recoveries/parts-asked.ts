import type { AskedPart } from '../../contracts/api/recoveries.ts';
import type { ApplicationHead } from '../../contracts/application.ts';
import type { RecoveryPart, RecoveryRow } from '../../contracts/recovery.ts';
import type { StoredLine } from '../../contracts/stored-line.ts';
import { ProblemError } from '../../platform/errors.ts';
import { inHandFen, recoverableFen } from '../../rules/ledger/ledger-delta.ts';
import { entitlementOf } from '../ledger/entry-writes.ts';
import { ledgerOfLines } from '../ledger/ledger-of-lines.ts';
import type { Table } from '../table-client.ts';
import { outstandingOf, proposedOf } from './outstanding.ts';

type Paid = {
  readonly head: ApplicationHead;
  readonly lines: readonly StoredLine[];
  readonly recoveries: readonly RecoveryRow[];
};

type Figures = Pick<AskedPart, 'lineNo' | 'period'> & {
  readonly amountFen: number;
  readonly inHandFen: number;
  readonly recoverableFen: number;
};

const lineIn = (lines: readonly StoredLine[], { lineNo }: AskedPart): StoredLine => {
  const line = lines.find((each) => each.lineNo === lineNo);
  if (line === undefined)
    throw new ProblemError(422, 'NO_SUCH_LINE', `The application has no line ${lineNo}.`, { lineNo });
  return line;
};

const mustBeInHand = (parts: readonly Figures[]): void => {
  const wrong = parts.filter((part) => part.amountFen === 0 || part.amountFen > part.recoverableFen);
  const [first] = wrong;
  if (first === undefined) return;
  const { lineNo, period, recoverableFen: left, inHandFen: inHand } = first;
  throw new ProblemError(
    422,
    'MORE_THAN_IN_HAND',
    `Line ${lineNo}, ${period}: ${inHand} fen are in hand and ${left} fen of it may still be asked back. Nothing was proposed.`,
    {
      lineNo,
      period,
      recoverableFen: left,
      parts: wrong.map((part) => ({
        lineNo: part.lineNo,
        period: part.period,
        inHandFen: part.inHandFen,
        recoverableFen: part.recoverableFen,
      })),
    },
  );
};

/**
 * What a person asks back, with the figures of the ledger: no more than is in hand and not given up, asked back or
 * proposed already.
 * @throws ProblemError NO_SUCH_LINE, MORE_THAN_IN_HAND
 */
export const partsAsked = async (
  table: Table,
  { head, lines, recoveries }: Paid,
  asked: readonly AskedPart[],
): Promise<RecoveryPart[]> => {
  const named = asked.map((part) => ({ part, line: lineIn(lines, part) }));
  const ledgers = await ledgerOfLines(table, head, lines);
  const figures = named.map(({ part, line }) => {
    const { lineNo, period } = part;
    const of = ledgers.find((ledger) => ledger.line.lineNo === lineNo)?.entitlements ?? [];
    const entries = of.find((entitlement) => entitlement.period === period)?.entries ?? [];
    const left = recoverableFen(entries, outstandingOf(recoveries, part));
    const open = Math.max(0, left - proposedOf(recoveries, part));
    const amountFen = part.amountFen ?? open;
    return { line, lineNo, period, amountFen, left, recoverableFen: open, inHandFen: inHandFen(entries) };
  });
  mustBeInHand(figures);
  return figures.map(({ line, period, amountFen, left, inHandFen: inHand }) => ({
    ...entitlementOf(line),
    period,
    fullFen: left - amountFen,
    inHandFen: inHand,
    amountFen,
    leftFen: amountFen,
  }));
};
