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

export type Disagreement = {
  readonly facts: LineFacts;
  readonly rules: RuleSet;
  readonly oracle: Answer;
  readonly said: Answer;
};

export type Tally = {
  readonly cases: number;
  readonly agreed: number;
  readonly reasons: ReadonlyMap<string, number>;
  readonly outcomes: ReadonlyMap<string, number>;
  /** Rows of the table that never applied. */
  readonly idle: readonly string[];
  readonly disagreements: readonly Disagreement[];
};

export type Subject = {
  readonly instrument: string;
  readonly ask: (cases: number, keep?: number) => Tally;
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

/** Seeded: the same cases on every run. */
const seed = 127;

/** Puts so many cases to the rules and to the table, and keeps the first few on which they differ. */
export const subjectOf = <Facts extends LineFacts, Sheet>(oracle: Oracle<Facts, Sheet>): Subject => ({
  instrument: oracle.instrument,
  ask: (cases, keep = 5) => {
    const chance = chanceFrom(seed);
    const shipped = valuesInForce('141124', '2020-03-16');
    const reasons = new Map<string, number>();
    const outcomes = new Map<string, number>();
    const applied = new Set<Row<Sheet>>();
    const disagreements: Disagreement[] = [];
    let agreed = 0;
    for (let at = 0; at < cases; at += 1) {
      const facts = oracle.aCase(chance);
      const rules = oracle.valuesFor(chance, shipped);
      const sheet = oracle.sheetOf(facts, rules);
      const found = oracle.rows.filter(([, when]) => when(sheet));
      const answer = answerOf(found, oracle.earns(sheet, facts));
      const said = saidBy(facts, rules);
      for (const row of found) applied.add(row);
      for (const reason of said.reasons) count(reasons, reason);
      count(outcomes, said.outcome);
      if (same(answer, said)) agreed += 1;
      else if (disagreements.length < keep) disagreements.push({ facts, rules, oracle: answer, said });
    }
    const idle = oracle.rows
      .filter((row) => !applied.has(row))
      .map(([basis, , reason]) => `${basis} ${reason}`);
    return { cases, agreed, reasons, outcomes, idle, disagreements };
  },
});
