import type { ReasonCode } from '../../functions/contracts/reasons.ts';

/**
 * What a row that applies does to the line. REFUSE: not entitled. UNSET: a figure is missing. LOOK: an officer
 * decides. NOTE: it colours the amount and stops nothing.
 */
type Effect = 'REFUSE' | 'UNSET' | 'LOOK' | 'NOTE';

/** One row of a decision table: the place in POLICY it comes from, when it applies, the reason and what it does. */
export type Row<Sheet> = readonly [
  basis: string,
  when: (sheet: Sheet) => boolean,
  reason: ReasonCode,
  effect: Effect,
];

export type Part = { readonly period: string; readonly amountFen: number };
export type Answer = {
  readonly outcome: string;
  readonly amountFen: number;
  readonly parts: readonly Part[];
  readonly reasons: readonly string[];
};

const outcomes: readonly (readonly [Effect, string])[] = [
  ['REFUSE', 'REJECT'],
  ['UNSET', 'NOT_CONFIGURED'],
  ['LOOK', 'REVIEW'],
];

export const inOrder = (parts: readonly Part[]): Part[] =>
  [...parts].sort((a, b) => (a.period < b.period ? -1 : 1));

/**
 * What the rows that apply come to. A refusal names every reason to refuse, a claim that waits for a figure
 * everything there is to say, an open one what the officer must look at.
 */
export const answerOf = <Sheet>(found: readonly Row<Sheet>[], earns: readonly Part[]): Answer => {
  const [effect, outcome] = outcomes.find(([kind]) => found.some((row) => row[3] === kind)) ?? [
    'NOTE',
    'APPROVE',
  ];
  const named = effect === 'UNSET' ? found : found.filter((row) => row[3] === effect);
  const reasons = [...new Set<string>(named.map(([, , reason]) => reason))].sort();
  const parts = outcome === 'APPROVE' || outcome === 'REVIEW' ? inOrder(earns) : [];
  return {
    outcome,
    amountFen: parts.reduce((sum, { amountFen }) => sum + amountFen, 0),
    parts,
    reasons: reasons.length > 0 ? reasons : ['OK'],
  };
};
