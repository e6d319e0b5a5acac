import * as z from 'zod';
import { both } from '../../contracts/both.ts';
import { creditCode } from '../../contracts/credit-code.ts';
import { workplaceCode } from '../../contracts/divisions.ts';
import { plainText } from '../../contracts/plain-text.ts';
import { isoDate } from '../../contracts/scalars.ts';
import { spellKind } from '../../contracts/work.ts';
import { stretchBetween, type Stretch } from '../grid/stretch.ts';

/** A stretch of work, both days included (notice 六.2; POLICY 3.10). */
export const claimedSpell = z
  .strictObject({
    kind: spellKind,
    employerName: plainText(100),
    employerCode: creditCode.optional(),
    workplace: workplaceCode,
    startsOn: isoDate,
    endsOn: isoDate,
    /** A contract or agreement and a wage record for these months are attached. */
    wageProof: z.boolean(),
  })
  .refine(({ startsOn, endsOn }) => endsOn >= startsOn, {
    path: ['endsOn'],
    message: both('the work ends before it starts', '工作结束日期早于开始日期'),
  });
export type ClaimedSpell = z.infer<typeof claimedSpell>;

export const retentionClaim = z.strictObject({
  spells: z
    .array(claimedSpell)
    .min(1, both('name at least one stretch of work', '至少填写一段务工经历'))
    .max(30),
});
export type RetentionClaim = z.infer<typeof retentionClaim>;

/** The months in which the worker says they worked. */
export const retentionMonths = ({ spells }: RetentionClaim): Stretch[] =>
  spells.map(({ startsOn, endsOn }) => stretchBetween(startsOn, endsOn));
