import type { LineFacts } from '../assess-line.ts';

/** One line of a case, before it is known what the lines before it have taken. */
export type CaseLine = {
  readonly facts: LineFacts;
  /** Whose entitlement it is: the 18-character citizen id, so that two names of one person are one. */
  readonly subject: string;
  /** Periods that the case says were paid before. */
  readonly alreadyPaid: readonly string[];
  /** Lines about one worker take their turn by this date, whatever their order in the file. */
  readonly turn: string;
  /** Rule values that the case tells among its facts, by their dotted names: the local benefit of that day. */
  readonly figures?: Readonly<Record<string, unknown>>;
};
