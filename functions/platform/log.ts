/** Every line we may write. The code is for queries and alarms, the sentence for people. */
const logEvents = {
  EXECUTION_STARTED_LATE: 'The sweeper started an execution whose start had been lost.',
  ANSWER_SENT_LATE: 'The sweeper sent an answer whose call had been lost.',
  ANSWER_NOT_AWAITED: 'Nobody waits for this answer any more; the row is the truth.',
  CALL_LEFT_TO_SWEEPER: 'A call to Step Functions failed; the sweeper will repeat it.',
  KEY_RING_NOT_READ: 'The ring of keys could not be read again; the keys at hand go on.',
  KEY_CONFLICT: 'Another application took an entitlement first; the check runs again.',
  FOLLOW_UP_LEFT_TO_SWEEPER:
    'Claims that wait for an approved rule value could not be checked again at once; the sweeper will do it.',
  RECONCILED: 'The books of a county were compared with each other.',
  RECONCILIATION_FINDING: 'The books of a county say different things, or work in it is late.',
  OUTBOX_OLD: 'A call to Step Functions has not gone through for ten minutes.',
  REQUEST_FAILED: 'A request failed for a reason of our own.',
  SWEEP_FAILED: 'One outbox entry could not be swept; it stays for the next sweep.',
} as const;

type Identifiers = {
  readonly applicationId?: string;
  readonly requestId?: string;
  readonly operation?: string;
  readonly errorName?: string;
  readonly division?: string;
  readonly finding?: string;
  readonly count?: number;
};

/** Identifiers only: the type leaves no room for names, ids of citizens, accounts or whole events. */
export const logEvent = (code: keyof typeof logEvents, identifiers: Identifiers): void => {
  process.stderr.write(`${JSON.stringify({ code, message: logEvents[code], ...identifiers })}\n`);
};
