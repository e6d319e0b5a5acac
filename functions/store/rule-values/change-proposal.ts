import * as z from 'zod';
import type { Actor } from '../../contracts/actor.ts';
import {
  proposalId,
  proposalStates,
  ruleProposal,
  type ProposalId,
  type RuleProposal,
  type StoredValue,
} from '../../contracts/rule-proposal.ts';
import type { Instant } from '../../contracts/scalars.ts';
import { TransientError } from '../../platform/errors.ts';
import type { DatedValue } from '../../rules/values/dated.ts';
import { divisionsOver } from '../../rules/values/divisions-over.ts';
import { currentRows } from '../../rules/values/index.ts';
import { beforeFirstEvent, nextLink, type NewEvent } from '../audit/events.ts';
import type { KeylessDesk } from '../desk.ts';
import { answerBefore, rememberRequest, requestKey, type Idempotency } from '../idempotency.ts';
import { ruleEventKey, ruleProposalKey, ruleValuesKey } from '../keys.ts';
import { readItems, type Item } from '../read-application.ts';
import { transact, WriteRefusedError, type Write } from '../transact.ts';
import { divisionValuesFrom, divisionValuesWrite, type DivisionValues } from './division-values.ts';

/** The answer to a change of a proposal. */
export const proposalReceipt = z.object({
  proposalId,
  division: z.string(),
  state: z.enum(proposalStates),
  changes: z.int().min(1),
});
export type ProposalReceipt = z.infer<typeof proposalReceipt>;

export type AskedOfRules = {
  readonly division: string;
  readonly proposalId: ProposalId;
  readonly actor: Actor;
  readonly at: Instant;
  readonly request: Idempotency;
};

/** What a change rests on. */
export type SeenRules = {
  readonly own: DivisionValues;
  /** Every row that holds in the division: shipped, and approved by it and by those over it. */
  readonly rows: readonly DatedValue[];
  readonly proposal: RuleProposal | undefined;
};

export type RulesAfter = {
  readonly proposal: RuleProposal;
  /** The rows that are added. */
  readonly added?: readonly StoredValue[];
  readonly event: Omit<NewEvent, 'at'>;
  readonly alongside?: readonly Write[];
};

const seenFrom = (
  division: string,
  over: readonly string[],
  items: readonly (Item | undefined)[],
): SeenRules => {
  const layers = over.map((name, index) => divisionValuesFrom(name, items[index]));
  const found = items[over.length];
  return {
    own: layers.find((layer) => layer.division === division) ?? divisionValuesFrom(division, undefined),
    rows: [...currentRows, ...layers.flatMap(({ rows }) => rows)],
    proposal: found && ruleProposal.parse(found),
  };
};

/** A proposal never changes what it proposes; only its state moves on, once. */
const proposalWrite = (proposal: RuleProposal, isNew: boolean): Write => ({
  Put: {
    Item: { ...ruleProposalKey(proposal.division, proposal.proposalId), ...proposal },
    ...(isNew
      ? { ConditionExpression: 'attribute_not_exists(pk)' }
      : {
          ConditionExpression: '#state = :open',
          ExpressionAttributeNames: { '#state': 'state' },
          ExpressionAttributeValues: { ':open': 'PROPOSED' },
        }),
  },
});

const write = async (
  { table }: KeylessDesk,
  { division, at, request }: AskedOfRules,
  { own, proposal: before }: SeenRules,
  { proposal, added = [], event, alongside = [] }: RulesAfter,
): Promise<ProposalReceipt> => {
  const link = nextLink((seq) => ruleEventKey(division, seq), own.version ?? beforeFirstEvent, {
    ...event,
    at,
  });
  const next = { revision: own.revision + (added.length > 0 ? 1 : 0), rows: [...own.rows, ...added] };
  const { proposalId: id, state, changes } = proposal;
  const answer = { proposalId: id, division, state, changes: changes.length };
  await transact(table, [
    rememberRequest(request, answer, at),
    divisionValuesWrite(own, next, link.version),
    proposalWrite(proposal, before === undefined),
    link.write,
    ...alongside,
  ]);
  return answer;
};

/**
 * Changes a proposal, and with an approval the division's values: the rows, the proposal, the next event of the
 * division's chain and the request's record, all or nothing. Whoever was overtaken decides anew on what is there now.
 * @throws ProblemError what `decide` refuses; TransientError when too many came at once
 */
export const changeProposal = async (
  desk: KeylessDesk,
  asked: AskedOfRules,
  decide: (seen: SeenRules) => RulesAfter,
): Promise<ProposalReceipt> => {
  const { division, request } = asked;
  const over = divisionsOver(division);
  const keys = [...over.map(ruleValuesKey), ruleProposalKey(division, asked.proposalId), requestKey(request)];
  for (let attempt = 1; attempt <= 5; attempt += 1) {
    const items = await readItems(desk.table, keys);
    const before = answerBefore(proposalReceipt, items.at(-1), request);
    if (before) return before;
    const seen = seenFrom(division, over, items);
    try {
      return await write(desk, asked, seen, decide(seen));
    } catch (error) {
      if (!(error instanceof WriteRefusedError)) throw error;
    }
  }
  throw new TransientError(`The rule values of ${division} kept changing`);
};
