import * as z from 'zod';
import type { EntitlementPart } from '../contracts/assessment.ts';
import type { ApplicationId } from '../contracts/application.ts';
import { applicationId } from '../contracts/application.ts';
import { isoMonth } from '../contracts/scalars.ts';
import { precedenceIn, stretchOf } from '../rules/line-definition.ts';
import type { StoredLine } from '../contracts/stored-line.ts';
import { entitlementKey, type Key } from './keys.ts';
import type { Write } from './transact.ts';

/** Who holds an entitlement: one row per instrument, subject and period, so nothing is paid twice. */
export const entitlementRow = z.object({
  applicationId,
  lineNo: z.int(),
  period: z.string(),
  amountFen: z.int(),
  division: z.string(),
  /** What decides between two claims of one worker: the day the contract was signed (POLICY 3.2 f). */
  precedence: z.string().optional(),
  /** The months of the job it rests on, where it is not paid month by month. */
  from: isoMonth.optional(),
  to: isoMonth.optional(),
  /** The assessment that the amount, the entitlement's full value, rests on. */
  run: z.int().optional(),
  hash: z.string().optional(),
  /** The paid application that the holder supplements. */
  adjusts: applicationId.optional(),
});
export type EntitlementRow = z.infer<typeof entitlementRow>;

type Holder = {
  readonly id: ApplicationId;
  readonly line: StoredLine;
  readonly division: string;
  readonly adjusts?: ApplicationId | undefined;
};

const keyOf = ({ subject, content }: StoredLine, period: string): Key =>
  entitlementKey(content.instrument, subject, period);

const ours = ({ id, line }: Holder) => ({
  condition: '(applicationId = :id AND lineNo = :line)',
  values: { ':id': id, ':line': line.lineNo },
});

export const precedenceOf = ({ content }: StoredLine): string | undefined => precedenceIn(content);

const rowOf = ({ id, line, division, adjusts }: Holder, part: EntitlementPart): EntitlementRow & Key => {
  const precedence = precedenceOf(line);
  return {
    ...keyOf(line, part.period),
    applicationId: id,
    lineNo: line.lineNo,
    period: part.period,
    amountFen: part.amountFen,
    division,
    ...(precedence !== undefined && { precedence }),
    ...stretchOf(line.content),
    run: line.run,
    ...(line.hash !== undefined && { hash: line.hash }),
    ...(adjusts !== undefined && { adjusts }),
  };
};

/** Takes the key, unless another line holds it. A repeat by the same line is harmless. */
export const claimEntitlement = (holder: Holder, part: EntitlementPart): Write => {
  const { condition, values } = ours(holder);
  return {
    Put: {
      Item: rowOf(holder, part),
      ConditionExpression: `attribute_not_exists(pk) OR ${condition}`,
      ExpressionAttributeValues: values,
    },
  };
};

/** Takes the key for a line of an application, also from another line of the same one; never from another's. */
export const passOnEntitlement = (holder: Holder, part: EntitlementPart): Write => ({
  Put: {
    Item: rowOf(holder, part),
    ConditionExpression: 'attribute_not_exists(pk) OR applicationId = :id',
    ExpressionAttributeValues: { ':id': holder.id },
  },
});

/** Gives the key back, if this line holds it; another line's key is left alone. */
export const releaseEntitlement = (holder: Holder, part: EntitlementPart): Write => {
  const { condition, values } = ours(holder);
  return {
    Delete: {
      Key: keyOf(holder.line, part.period),
      ConditionExpression: `attribute_not_exists(pk) OR ${condition}`,
      ExpressionAttributeValues: values,
    },
  };
};
