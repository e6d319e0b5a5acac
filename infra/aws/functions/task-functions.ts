type TaskFunction = {
  /** The sentence the person on call will read. */
  readonly whenItFails: string;
  readonly timeoutSeconds?: number;
  readonly memoryMb?: number;
  readonly reservedConcurrency?: number;
};

/** Below the 120 seconds of the states that call them. */
const longTask = { timeoutSeconds: 110, memoryMb: 1024 };

/** The functions that machines and schedules call. A test compares with functions/tasks/index.ts. */
export const taskFunctions: Readonly<Record<string, TaskFunction>> = {
  ArchiveAudit: {
    whenItFails: 'A day of the audit is not in the locked bucket; it can be asked for again for 35 days.',
    reservedConcurrency: 1,
  },
  CheckApplication: {
    ...longTask,
    whenItFails: 'Claims that were submitted are not checked: they wait in SUBMITTED or go to the operators.',
  },
  CloseApplication: {
    ...longTask,
    whenItFails:
      'Claims that have been paid stay open and their ledger entries are missing; nobody is paid less or twice.',
  },
  EndApplication: {
    ...longTask,
    whenItFails:
      'Refused and withdrawn claims keep their entitlement keys: the same workers cannot claim again.',
  },
  OpenTask: {
    whenItFails: 'Claims that need a person reach no queue: verifiers and approvers see no new work.',
  },
  PayApplication: {
    whenItFails:
      'Approved payouts do not become payable: finance sees no new payouts and people wait for money.',
  },
  PublishNotice: {
    whenItFails:
      'Public notices are not hung out again after a re-examination; the claims wait before approval.',
  },
  ReconcileDivision: {
    ...longTask,
    whenItFails: 'The books of a county were not compared tonight: a difference stays unseen for a day.',
    // Ten counties at a time, as the machine asks; no more, beside the day's work.
    reservedConcurrency: 10,
  },
  ResumeApplication: {
    whenItFails:
      'Claims whose execution was lost cannot be taken up again; they stand still with their keys and money.',
  },
  RotateKeys: {
    whenItFails: 'The keys that seal personal fields are not made or renewed: a new desk cannot take claims.',
    reservedConcurrency: 1,
  },
  SweepOutbox: {
    whenItFails:
      'Calls to the machines that were lost are not repeated: single claims stand still after a decision.',
    timeoutSeconds: 55,
    // One at a time is enough, and two would do the same work twice.
    reservedConcurrency: 1,
  },
};
