import { divisionName } from '../../../functions/contracts/divisions.ts';
import { nameOf, type Instrument } from '../../../functions/contracts/instruments.ts';
import type { Fen } from '../../../functions/contracts/scalars.ts';
import type { Changes } from '../../../functions/rules/what-if/largest.ts';
import type { Cell, Tally } from '../../../functions/rules/what-if/tally.ts';

type Money = Pick<Cell, 'basis' | 'county' | 'instrument' | 'amount' | 'lines' | 'beforeFen' | 'afterFen'> & {
  readonly differenceFen: Fen;
};
type Outcomes = Pick<Cell, 'basis' | 'instrument' | 'before' | 'after' | 'lines'>;
type Blocked = Pick<Cell, 'basis' | 'county' | 'instrument'> & {
  readonly blocked: number;
  readonly freed: number;
};

/** What a run came to, in the order in which it is read. */
export type WhatIfReport = {
  readonly compared: number;
  readonly gains: Changes;
  readonly losses: Changes;
  readonly money: readonly Money[];
  readonly outcomes: readonly Outcomes[];
  readonly notConfigured: readonly Blocked[];
};

const groups = (cells: readonly Cell[], keyOf: (cell: Cell) => string): (readonly [Cell, ...Cell[]])[] =>
  [...Map.groupBy(cells, keyOf)]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([, [first, ...rest]]) => (first ? [[first, ...rest] as const] : []));

const total = (cells: readonly Cell[], of: 'lines' | 'beforeFen' | 'afterFen'): number =>
  cells.reduce((sum, cell) => sum + cell[of], 0);

const moneyOf = (cells: readonly Cell[]): Money[] =>
  groups(cells, ({ basis, county, instrument, amount }) => `${basis} ${county} ${instrument} ${amount}`).map(
    (group) => {
      const [{ basis, county, instrument, amount }] = group;
      const beforeFen = total(group, 'beforeFen');
      const afterFen = total(group, 'afterFen');
      const lines = total(group, 'lines');
      return {
        basis,
        county,
        instrument,
        amount,
        lines,
        beforeFen,
        afterFen,
        differenceFen: afterFen - beforeFen,
      };
    },
  );

const outcomesOf = (cells: readonly Cell[]): Outcomes[] =>
  groups(cells, ({ basis, instrument, before, after }) => `${basis} ${instrument} ${before} ${after}`).map(
    (group) => {
      const [{ basis, instrument, before, after }] = group;
      return { basis, instrument, before, after, lines: total(group, 'lines') };
    },
  );

const isMissing = (outcome: Cell['before']): boolean => outcome === 'NOT_CONFIGURED';

const blockedOf = (cells: readonly Cell[]): Blocked[] =>
  groups(
    cells.filter(({ before, after }) => isMissing(before) !== isMissing(after)),
    ({ basis, county, instrument }) => `${basis} ${county} ${instrument}`,
  ).map((group) => {
    const [{ basis, county, instrument }] = group;
    const blocked = total(
      group.filter(({ after }) => isMissing(after)),
      'lines',
    );
    return { basis, county, instrument, blocked, freed: total(group, 'lines') - blocked };
  });

export const whatIfReport = ({ compared, cells, gains, losses }: Tally): WhatIfReport => {
  const all = Object.values(cells);
  return {
    compared,
    gains,
    losses,
    money: moneyOf(all),
    outcomes: outcomesOf(all),
    notConfigured: blockedOf(all),
  };
};

const yuan = (fen: Fen): string => (fen / 100).toFixed(2);
const signed = (fen: Fen): string => `${fen > 0 ? '+' : ''}${yuan(fen)}`;
const named = (instrument: Instrument): string => nameOf(instrument).zh;
const bases = { FILED: '已申报 filed', REGISTER: '按登记数据 by the registers' } as const;

const changesText = (title: string, { lines, sumFen, largest }: Changes): string[] => [
  `${title}: ${lines} 条 lines, ${yuan(sumFen)} 元 yuan`,
  ...largest.map(
    ({ who, county, instrument, basis, differenceFen }) =>
      `  ${yuan(differenceFen)}  ${who}  ${divisionName(county)}  ${named(instrument)}  ${bases[basis]}`,
  ),
];

const moneyText = ({ basis, county, instrument, amount, lines, beforeFen, afterFen, differenceFen }: Money) =>
  `  ${bases[basis]}  ${county} ${divisionName(county)}  ${named(instrument)}  ${lines} 条: ${yuan(beforeFen)} → ${yuan(afterFen)} (${signed(differenceFen)})${amount === 'AT_MOST' ? ' 最多 at most' : ''}`;

const outcomeText = ({ basis, instrument, before, after, lines }: Outcomes): string =>
  `  ${bases[basis]}  ${named(instrument)}  ${before} → ${after}: ${lines}`;

const blockedText = ({ basis, county, instrument, blocked, freed }: Blocked): string =>
  `  ${bases[basis]}  ${county} ${divisionName(county)}  ${named(instrument)}: ${blocked} 受阻 blocked, ${freed} 解除 freed`;

const none = ['  无 none'];
const orNone = (lines: readonly string[]): readonly string[] => (lines.length === 0 ? none : lines);

const changedMoney = (money: readonly Money[]): readonly string[] => {
  const changed = money.filter(({ differenceFen }) => differenceFen !== 0);
  const same = money.length - changed.length;
  return [
    ...orNone(changed.map(moneyText)),
    ...(same > 0 ? [`  其余 ${same} 项不变 the other ${same} rows stay the same (--json lists all)`] : []),
  ];
};

export const whatIfText = (report: WhatIfReport): string =>
  [
    `比较 compared: ${report.compared} 条 lines`,
    ...changesText('增加 gain', report.gains),
    ...changesText('减少 lose', report.losses),
    '按县和项目的资金 Money by county and instrument:',
    ...changedMoney(report.money),
    '结果 Outcomes:',
    ...orNone(report.outcomes.map(outcomeText)),
    '规则值未设定 Missing rule values:',
    ...orNone(report.notConfigured.map(blockedText)),
    '没有写入任何数据。 Nothing was changed.',
    '',
  ].join('\n');
