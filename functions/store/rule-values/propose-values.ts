import {
  ruleChange,
  type RuleChange,
  type RuleProposal,
  type ValueLevel,
} from '../../contracts/rule-proposal.ts';
import { ProblemError } from '../../platform/errors.ts';
import { levelOf } from '../../rules/values/divisions-over.ts';
import type { ValueRow } from '../../rules/values/value-fault.ts';
import type { KeylessDesk } from '../desk.ts';
import { doerOf } from '../doer.ts';
import { changeProposal, type AskedOfRules, type ProposalReceipt } from './change-proposal.ts';
import { mustBeRight, placeInBody, rowsOfChanges, type PlaceOf } from './must-be-right.ts';

export type ValuesProposed = AskedOfRules & { readonly changes: readonly RuleChange[] };

/**
 * An administrator sets the values of their own division and of no other.
 * @throws ProblemError OTHER_COUNTY
 */
export const ownLevel = ({ actor, division }: Pick<AskedOfRules, 'actor' | 'division'>): ValueLevel => {
  const level = levelOf(division);
  if (level !== undefined && actor.division === division) return level;
  throw new ProblemError(
    403,
    'OTHER_COUNTY',
    `You set the rule values of ${actor.division}, not those of ${division}.`,
  );
};

export const detailsOf = ({ proposalId, changes }: RuleProposal) => ({
  proposalId,
  ruleIds: [...new Set(changes.map(({ ruleId }) => ruleId))],
  sources: [...new Set(changes.map(({ source }) => source))],
});

type Written = AskedOfRules & {
  readonly level: ValueLevel;
  readonly rows: readonly ValueRow[];
  readonly placeOf: PlaceOf;
};

/** What was written, as a proposal keeps it. */
const changeOf = ({ ruleId, value, from, to, source, address }: ValueRow): RuleChange =>
  ruleChange.parse({
    ruleId,
    value,
    from,
    source,
    ...(to !== undefined && to !== '' && { to }),
    ...(address !== undefined && address !== '' && { address }),
  });

/** Proposes rows, wherever they were written. */
export const proposeRows = (desk: KeylessDesk, input: Written): Promise<ProposalReceipt> => {
  const { division, proposalId, actor, at, level, rows, placeOf } = input;
  return changeProposal(desk, input, (seen) => {
    mustBeRight(rows, seen.rows, placeOf);
    const proposal: RuleProposal = {
      proposalId,
      division,
      level,
      state: 'PROPOSED',
      changes: rows.map(changeOf),
      enteredBy: actor.id,
      enteredByName: actor.name,
      enteredAt: at,
    };
    return {
      proposal,
      event: { type: 'VALUES_PROPOSED', by: doerOf(actor, 'RULE_ADMIN'), details: detailsOf(proposal) },
    };
  });
};

/**
 * Proposes values for the person's own division. Nothing is in force until somebody else has approved it.
 * @throws ProblemError OTHER_COUNTY, RULE_VALUES_WRONG
 */
export const proposeValues = async (desk: KeylessDesk, input: ValuesProposed): Promise<ProposalReceipt> => {
  const { changes, division } = input;
  const level = ownLevel(input);
  return proposeRows(desk, {
    ...input,
    level,
    rows: rowsOfChanges(changes, level, division),
    placeOf: placeInBody,
  });
};
