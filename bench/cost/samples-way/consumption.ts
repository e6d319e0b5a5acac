/*
 * What each function of the samples' way asks of the database and sends, when every item is below a kilobyte and
 * nothing is a transaction. A change of the status moves the item in an index of claims by status: one write to the
 * table, two to the index. Each status change is also noted in a history table.
 */

export type Step = {
  readonly writes?: number;
  /** Strongly consistent, of at most 4 kB. */
  readonly reads?: number;
  readonly emails?: number;
  /** A person follows a link: a request, a function that reads and marks the token, SendTaskSuccess. */
  readonly isAnsweredByLink?: boolean;
};

const statusChange: Step = { writes: 4 };

export const consumption: Readonly<Record<string, Step>> = {
  SaveApplication: { writes: 2 },
  ValidateApplication: {},
  ReadApplicant: { reads: 1 },
  ReadRegisters: { reads: 2 },
  CheckDuplicates: { reads: 1, writes: 1 },
  CheckEligibility: {},
  SaveAssessment: { writes: 1 },
  SetStatusOnNotice: statusChange,
  PublishNotice: { writes: 1 },
  ReadObjections: { reads: 1 },
  SetStatusInApproval: statusChange,
  RequestApproval: { writes: 1, emails: 1, isAnsweredByLink: true },
  SetStatusApproved: statusChange,
  ReserveFund: { reads: 1, writes: 1 },
  CreatePayout: { writes: 1 },
  RequestPayment: { writes: 1, emails: 1, isAnsweredByLink: true },
  SetStatusPaid: statusChange,
  BookFund: { reads: 1, writes: 1 },
  NotifyApplicant: { emails: 1 },
  SetStatusClosed: statusChange,
};

/** What following a link takes besides the request: the token's row is read and marked. */
export const link = { reads: 1, writes: 1 } as const;
