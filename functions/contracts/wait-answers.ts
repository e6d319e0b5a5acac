import * as z from 'zod';
import { version, type WaitKind } from './application.ts';
import { noticeId } from './notice.ts';
import { payoutId } from './payout.ts';
import { instant } from './scalars.ts';

/**
 * What each wait of the machine may be answered with. Each word has a branch behind the wait's state; executions keep
 * the machine they began with, so a new word needs two releases (test/compat/README.md).
 */
const words = {
  CONFIGURE: ['RECHECK', 'REFUSED', 'WITHDRAWN'],
  VERIFY: ['APPROVED', 'REFUSED', 'RETURNED', 'RECHECK', 'WITHDRAWN'],
  CORRECT: ['RESUBMITTED', 'WITHDRAWN'],
  NOTICE: ['OBJECTED', 'RECHECK', 'WITHDRAWN'],
  REEXAMINE: ['DISMISSED', 'UPHELD', 'RETURNED', 'OBJECTED', 'WITHDRAWN'],
  APPROVE: [
    'APPROVED',
    'RECOGNISED',
    'SECOND_NEEDED',
    'OBJECTED',
    'RETURNED',
    'REFUSED',
    'RECHECK',
    'WITHDRAWN',
  ],
  SECOND_APPROVE: ['APPROVED', 'RETURNED', 'REFUSED', 'RECHECK', 'WITHDRAWN'],
  PAY: ['PAID', 'RETURNED_BY_BANK'],
  CORRECT_PAYEE: ['CORRECTED'],
  OPERATE: ['RESUME', 'ABANDONED', 'WITHDRAWN'],
} as const satisfies Record<WaitKind, readonly string[]>;

const answerOf = <Word extends string>(decisions: readonly [Word, ...Word[]]) =>
  z.strictObject({
    decision: z.enum(decisions),
    version,
    noticeId: noticeId.optional(),
    noticeEndsAt: instant.optional(),
    correctBy: instant.optional(),
    payoutId: payoutId.optional(),
  });

export const waitAnswers = {
  CONFIGURE: answerOf(words.CONFIGURE),
  VERIFY: answerOf(words.VERIFY),
  CORRECT: answerOf(words.CORRECT),
  NOTICE: answerOf(words.NOTICE),
  REEXAMINE: answerOf(words.REEXAMINE),
  APPROVE: answerOf(words.APPROVE),
  SECOND_APPROVE: answerOf(words.SECOND_APPROVE),
  PAY: answerOf(words.PAY),
  CORRECT_PAYEE: answerOf(words.CORRECT_PAYEE),
  OPERATE: answerOf(words.OPERATE),
} as const satisfies Record<WaitKind, z.ZodType>;
