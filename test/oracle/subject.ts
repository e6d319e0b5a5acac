import { assessLine, type LineFacts } from '../../functions/rules/assess-line.ts';
import type { RuleSet } from '../../functions/rules/facts.ts';
import { valuesInForce } from '../../functions/rules/values/index.ts';
import { type Chance, chanceFrom } from './chance.ts';
import { type Answer, answerOf, inOrder, type Part, type Row } from './decision-table.ts';

/** An instrument as the oracle knows it: cases by chance, figures by chance, and its decision table. */
export type Oracle<Facts extends LineFacts, Sheet> = {
  readonly instrument: Facts['instrument'];
  readonly aCase: (chance: Chance) => Facts;
  readonly valuesFor: (chance: Chance, rules: RuleSet) => RuleSet;
  readonly sheetOf: (facts: Facts, rules: RuleSet) => Sheet;
  readonly rows: readonly Row<Sheet>[];
  readonly earns: (sheet: Sheet, facts: Facts) => readonly Part[];
};

export type Given = { readonly facts: LineFacts; readonly rules: RuleSet };
export type Disagreement = Given & { readonly oracle: Answer; readonly said: Answer };

export type Tally = {
  readonly cases: number;
  readonly agreed: number;
  readonly reasons: ReadonlyMap<string, number>;
  readonly outcomes: ReadonlyMap<string, number>;
  /** Rows of the table that never applied. */
  readonly idle: readonly string[];
  /** Of the cases on which they differ the one with the least to read. */
  readonly smallest: Disagreement | undefined;
};

export type Subject = {
  readonly instrument: string;
  /** The same cases for the same seed. */
  readonly given: (cases: number, seed?: number) => Generator<Given>;
  readonly ask: (cases: number, seed?: number, asked?: (cases: number) => void) => Tally;
};

const saidBy = (facts: LineFacts, rules: RuleSet): Answer => {
  const { outcome, amountFen, entitlements, reasons } = assessLine(facts, rules);
  const parts = entitlements.map((part) => ({ period: part.period, amountFen: part.amountFen }));
  return { outcome, amountFen, parts: inOrder(parts), reasons: [...reasons].sort() };
};

const same = (one: Answer, other: Answer): boolean => JSON.stringify(one) === JSON.stringify(other);

const count = (counts: Map<string, number>, name: string): void => {
  counts.set(name, (counts.get(name) ?? 0) + 1);
};

const lengthOf = ({ facts }: Given): number => JSON.stringify(facts).length;

const smaller = (one: Disagreement, other: Disagreement | undefined): Disagreement =>
  other === undefined || lengthOf(one) < lengthOf(other) ? one : other;

export const usualSeed = 127;

/** Puts so many cases to the rules and to the table. */
export const subjectOf = <Facts extends LineFacts, Sheet>(oracle: Oracle<Facts, Sheet>): Subject => {
  const { instrument, aCase, valuesFor, sheetOf, rows, earns } = oracle;

  function* given(cases: number, seed = usualSeed) {
    const chance = chanceFrom(seed);
    const shipped = valuesInForce('141124', '2020-03-16');
    for (let at = 0; at < cases; at += 1) yield { facts: aCase(chance), rules: valuesFor(chance, shipped) };
  }

  const ask: Subject['ask'] = (cases, seed, asked) => {
    const reasons = new Map<string, number>();
    const outcomes = new Map<string, number>();
    const applied = new Set<Row<Sheet>>();
    let smallest: Disagreement | undefined;
    let [agreed, done] = [0, 0];
    for (const { facts, rules } of given(cases, seed)) {
      const sheet = sheetOf(facts, rules);
      const found = rows.filter(([, when]) => when(sheet));
      const answer = answerOf(found, earns(sheet, facts));
      const said = saidBy(facts, rules);
      for (const row of found) applied.add(row);
      for (const reason of said.reasons) count(reasons, reason);
      count(outcomes, said.outcome);
      if (same(answer, said)) agreed += 1;
      else smallest = smaller({ facts, rules, oracle: answer, said }, smallest);
      done += 1;
      if (done % 10_000 === 0) asked?.(done);
    }
    const idle = rows.filter((row) => !applied.has(row)).map(([basis, , reason]) => `${basis} ${reason}`);
    return { cases, agreed, reasons, outcomes, idle, smallest };
  };

  return { instrument, given, ask };
};
