import * as z from 'zod';
import type { Role } from '../actor.ts';
import { both } from '../both.ts';
import { instrument } from '../instruments.ts';
import { remark } from '../plain-text.ts';
import {
  maxChanges,
  proposalId,
  proposalStates,
  ruleChange,
  valueContent,
  valueLevel,
} from '../rule-proposal.ts';
import { valueKinds, valueUnits } from '../rule-value.ts';
import { instant, isoDate, sentence } from '../scalars.ts';
import { overseers } from './divisions.ts';
import type { Operation } from './operation.ts';
import { noBody, nothing, pageOf, pageQuery } from './parts.ts';

const tag = 'Rule values';
const admins = ['RULE_ADMIN'] as const satisfies readonly Role[];
const readers = [...overseers, ...admins] as const;

const division = z
  .string()
  .regex(
    /^14\d{4}$/,
    both('a division of Shanxi has six digits and begins with 14', '山西省的行政区划代码为6位，以14开头'),
  );
const ofDivision = z.strictObject({ division });
const ofProposal = z.strictObject({ proposalId });

/** Who answers for a value; absent where it came with the desk. */
const approval = {
  proposalId: proposalId.optional(),
  enteredBy: z.string().optional(),
  approvedBy: z.string().optional(),
  approvedAt: instant.optional(),
};

const row = z.object({
  value: valueContent,
  level: valueLevel,
  division: z.string(),
  from: isoDate,
  to: isoDate.optional(),
  source: z.string().describe('The document it rests on'),
  ...approval,
});

const valueInForce = z.object({
  ruleId: z.string(),
  meaning: sentence,
  unit: z.enum(valueUnits),
  kind: z
    .enum(valueKinds)
    .describe('HARD, SOFT (an officer decides outside it) or DELEGATED (needs a document)'),
  instruments: z.array(instrument).describe('Whose claims it decides; none where it is the desk’s own'),
  mayBeOpen: z.boolean(),
  isCap: z.boolean().describe('No lower level may go above what the province sets'),
  takes: z.record(z.string(), z.unknown()).describe('What may be set, as JSON Schema'),
  inForce: row.optional().describe('Absent while nobody has set it: claims that need it are kept, not paid'),
});

const reads = { tag, method: 'GET', access: readers, body: noBody, status: 200 } as const;

export const listRuleValuesOperation = {
  ...reads,
  operationId: 'listRuleValues',
  path: '/divisions/{division}/rule-values',
  summary: {
    zh: '查看某日在本辖区有效的全部规则值，以及尚未设定的',
    en: 'List every rule value in force in a division on a day, and those nobody has set',
  },
  params: ofDivision,
  query: z.strictObject({ on: isoDate.optional().describe('Today unless told') }),
  response: z.object({
    division: z.string(),
    on: isoDate,
    values: z.array(valueInForce),
    missing: z.array(z.string()).describe('The values that nobody has set'),
  }),
  problems: ['OTHER_COUNTY'],
} as const satisfies Operation;

export const getRuleValueOperation = {
  ...reads,
  operationId: 'getRuleValue',
  path: '/divisions/{division}/rule-values/{ruleId}',
  summary: {
    zh: '查看一个规则值的全部沿革（省、市、县）',
    en: 'Read every row of one rule value that holds or held in a division',
  },
  params: z.strictObject({ division, ruleId: z.string().max(100) }),
  query: nothing,
  response: z.object({ ruleId: z.string(), meaning: sentence, rows: z.array(row) }),
  problems: ['OTHER_COUNTY', 'NOT_FOUND'],
} as const satisfies Operation;

export const ruleProposalView = z.object({
  proposalId,
  division: z.string(),
  level: valueLevel,
  state: z.enum(proposalStates),
  changes: z.array(ruleChange),
  enteredBy: z.string().describe('The name of who proposed it'),
  enteredAt: instant,
  yours: z.boolean().describe('You proposed it, so somebody else decides'),
  decidedBy: z.string().optional(),
  decidedAt: instant.optional(),
  reason: z.string().optional(),
});

export const listRuleProposalsOperation = {
  ...reads,
  operationId: 'listRuleProposals',
  path: '/divisions/{division}/rule-proposals',
  summary: { zh: '查看规则值提案（最新的在前）', en: 'List proposals of rule values, the newest first' },
  params: ofDivision,
  query: pageQuery,
  response: pageOf(ruleProposalView),
  problems: ['OTHER_COUNTY', 'INVALID_CURSOR'],
} as const satisfies Operation;

const receipt = z.object({
  proposalId,
  division: z.string(),
  state: z.enum(proposalStates),
  changes: z.int().describe('How many values it sets'),
});

const changes = {
  tag,
  method: 'POST',
  access: admins,
  query: nothing,
  status: 200,
  response: receipt,
} as const;

export const proposeRuleValuesOperation = {
  ...changes,
  operationId: 'proposeRuleValues',
  path: '/divisions/{division}/rule-proposals',
  summary: {
    zh: '提出设定规则值（须另一人批准后生效）',
    en: 'Propose rule values; nothing is in force until another person approves',
  },
  status: 201,
  params: ofDivision,
  body: z.strictObject({
    changes: z
      .array(ruleChange)
      .min(1, both('name at least one value', '至少填写一个规则值'))
      .max(maxChanges),
  }),
  problems: ['OTHER_COUNTY', 'RULE_VALUES_WRONG'],
} as const satisfies Operation;

export const importRuleValuesOperation = {
  ...changes,
  operationId: 'importRuleValues',
  path: '/divisions/{division}/rule-proposals/files',
  summary: {
    zh: '以文件提出设定规则值（CSV 或 JSON，全部或全不）',
    en: 'Propose the rule values of a file (CSV or JSON), all of them or none',
  },
  status: 201,
  params: ofDivision,
  body: z.strictObject({ text: z.string().min(1).max(500_000).describe('The file’s text') }),
  problems: ['OTHER_COUNTY', 'RULE_VALUES_WRONG', 'RULE_FILE_UNREADABLE'],
} as const satisfies Operation;

const reason = remark(2, both('give the reason', '请写明理由'));

export const decideRuleProposalOperation = {
  ...changes,
  operationId: 'decideRuleProposal',
  path: '/rule-proposals/{proposalId}/decisions',
  summary: {
    zh: '批准或不予批准他人提出的规则值',
    en: 'Approve or reject rule values that somebody else proposed; claims that waited are checked again',
  },
  params: ofProposal,
  body: z.strictObject({ decision: z.enum(['APPROVE', 'REJECT']), reason }),
  problems: ['NOT_FOUND', 'FOUR_EYES', 'PROPOSAL_DECIDED', 'RULE_VALUES_WRONG'],
} as const satisfies Operation;

export const withdrawRuleProposalOperation = {
  ...changes,
  operationId: 'withdrawRuleProposal',
  path: '/rule-proposals/{proposalId}/withdraw',
  summary: { zh: '撤回自己提出的规则值', en: 'Withdraw what one proposed oneself' },
  params: ofProposal,
  body: z.strictObject({}),
  problems: ['NOT_FOUND', 'NOT_YOURS', 'PROPOSAL_DECIDED'],
} as const satisfies Operation;
