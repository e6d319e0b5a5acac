import type { DivisionSummary } from '../../contracts/api/divisions.ts';
import type { ApplicationHead } from '../../contracts/application.ts';
import type { Instant } from '../../contracts/scalars.ts';
import { dayOf } from '../../platform/time.ts';
import type { CountyFigures, Waiting } from '../../store/reading/read-county-figures.ts';
import { daysSince } from '../views/task-view.ts';

const grouped = <T>(items: readonly T[], keyOf: (item: T) => string): T[][] =>
  Object.values(Object.groupBy(items, keyOf)).flatMap((group = []) => (group.length > 0 ? [group] : []));

const sum = <T>(items: readonly T[], of: (item: T) => number): number =>
  items.reduce((total, item) => total + of(item), 0);

const byState = (heads: readonly ApplicationHead[]): DivisionSummary['byState'] =>
  grouped(heads, ({ instrument, state }) => `${instrument} ${state}`).flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    const { instrument, state } = first;
    return [
      {
        instrument,
        state,
        applications: group.length,
        lines: sum(group, ({ lineCount }) => lineCount),
        amountFen: sum(group, ({ tally }) => tally?.amountFen ?? 0),
      },
    ];
  });

const byReason = (heads: readonly ApplicationHead[]): DivisionSummary['byReason'] =>
  grouped(
    heads.flatMap(({ tally }) => tally?.reasons ?? []),
    (reason) => reason,
  ).flatMap((group) => (group[0] === undefined ? [] : [{ reason: group[0], applications: group.length }]));

const queuesOf = (waiting: readonly Waiting[], at: Instant): DivisionSummary['queues'] =>
  grouped(waiting, ({ kind }) => kind).flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    return [
      {
        kind: first.kind,
        open: group.length,
        overdue: group.filter(({ dueOn }) => dueOn < dayOf(at)).length,
        oldestDays: Math.max(...group.map(({ since }) => daysSince(since, at))),
      },
    ];
  });

const fundsOf = (counties: readonly CountyFigures[]): Pick<DivisionSummary, 'fund'> => {
  const funds = counties.flatMap(({ fund }) => fund ?? []);
  if (funds.length === 0) return {};
  return {
    fund: {
      sanctionedFen: sum(funds, ({ sanctionedFen }) => sanctionedFen),
      reservedFen: sum(funds, ({ reservedFen }) => reservedFen),
      paidFen: sum(funds, ({ paidFen }) => paidFen),
      availableFen: sum(funds, ({ availableFen }) => availableFen),
    },
  };
};

/** The counties' figures counted and summed, so that a prefecture's add up to those of its counties. */
export const summarise = (
  division: string,
  counties: readonly CountyFigures[],
  at: Instant,
): DivisionSummary => {
  const heads = counties.flatMap((county) => county.heads);
  return {
    division,
    byState: byState(heads),
    byReason: byReason(heads),
    ...fundsOf(counties),
    queues: queuesOf(
      counties.flatMap(({ waiting }) => waiting),
      at,
    ),
  };
};
