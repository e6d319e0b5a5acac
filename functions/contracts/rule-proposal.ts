import * as z from 'zod';
import { both } from './both.ts';
import { plainText } from './plain-text.ts';
import { instant, isoDate } from './scalars.ts';

export const valueLevels = ['PROVINCE', 'PREFECTURE', 'COUNTY'] as const;
export const valueLevel = z.enum(valueLevels);
export type ValueLevel = z.infer<typeof valueLevel>;

const scalar = z.union([z.string().max(200), z.number(), z.boolean(), z.null()]);
const flat = z.record(z.string().max(50), scalar);

/** What a rule value may be: a figure, a switch, a day, a list of words, a small table; null while it is open. */
export const valueContent = z.union([scalar, z.array(z.union([scalar, flat])).max(100), flat]);

/** One value that somebody asks for, and the document it rests on. */
export const ruleChange = z.strictObject({
  ruleId: z
    .string()
    .max(100)
    .regex(
      /^[A-Za-z]+(?:\.[A-Za-z_]+)*$/,
      both(
        'name the rule value as the catalogue does, for example transport.capFen',
        '请填写规则值编号，例如 transport.capFen',
      ),
    ),
  value: valueContent,
  from: isoDate.describe('Its first day; the event’s day decides which value counts'),
  to: isoDate.optional().describe('Its last day; left out, it holds until another one takes its place'),
  source: plainText(200).describe('The document, with its number (文号)'),
  address: z
    .url({ protocol: /^https?$/u })
    .max(500)
    .optional()
    .describe('Where the document can be read'),
});
export type RuleChange = z.infer<typeof ruleChange>;

export const proposalId = z
  .string()
  .regex(
    /^P14\d{4}-\d{8}-[0-9A-HJKMNP-TV-Z]{10}$/,
    both(
      'a proposal’s number looks like P141124-20200316-7K3M9QW2ZD',
      '提案编号形如 P141124-20200316-7K3M9QW2ZD',
    ),
  )
  .brand<'ProposalId'>();
export type ProposalId = z.infer<typeof proposalId>;

export const proposalStates = ['PROPOSED', 'APPROVED', 'REJECTED', 'WITHDRAWN'] as const;

/** At most this many values in one proposal, and so in one file: it is one item, and one transaction. */
export const maxChanges = 200;

/** Values of one division that one person proposed and another decides. What was proposed never changes. */
export const ruleProposal = z.object({
  proposalId,
  division: z.string(),
  level: valueLevel,
  state: z.enum(proposalStates),
  changes: z.array(ruleChange).min(1).max(maxChanges),
  enteredBy: z.string(),
  enteredByName: z.string(),
  enteredAt: instant,
  decidedBy: z.string().optional(),
  decidedByName: z.string().optional(),
  decidedAt: instant.optional(),
  reason: z.string().optional(),
});
export type RuleProposal = z.infer<typeof ruleProposal>;

/** A value that was approved. Rows are added and never changed; `revision` says in which order. */
export const storedValue = ruleChange.extend({
  level: valueLevel,
  division: z.string(),
  /** No lower level may go above it. */
  isCap: z.boolean().optional(),
  revision: z.int().min(1),
  proposalId,
  enteredBy: z.string(),
  enteredAt: instant,
  approvedBy: z.string(),
  approvedAt: instant,
});
export type StoredValue = z.infer<typeof storedValue>;

/** A rule value that a line needed and nobody had set for the day of its event. */
export const missingValue = z.strictObject({ ruleId: z.string(), on: isoDate });
export type MissingValue = z.infer<typeof missingValue>;
