/** One thing that happened to an application, wherever it is written down. Codes and ids only. */
export type TraceStep = {
  readonly at: string;
  readonly from: 'EVENT' | 'REQUEST' | 'TASK' | 'STATE' | 'PAYOUT';
  readonly what: string;
  readonly requestId?: string;
};
