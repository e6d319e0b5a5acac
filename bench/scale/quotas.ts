/*
 * The quotas that matter, as of `quotasOn`, written down without the internet. Step Functions: the developer guide in
 * awsdocs/aws-step-functions-developer-guide, doc_source/limits-overview.md (an archived copy of 2022-23; today's figures
 * may be higher, and new accounts begin lower). The others from memory. Check them in the account: Service Quotas.
 */
export const quotasOn = '2026-12-01';

type Quota = {
  readonly name: string;
  readonly big: number | string;
  readonly other: number | string;
  readonly raised: 'yes' | 'no';
  readonly source: 'guide' | 'memory';
};

/** `big`: us-east-1, us-west-2, eu-west-1; `other`: every other region, so the Chinese ones. */
export const quotas = {
  starts: {
    name: 'StartExecution, a second (bucket 1,300 / 800)',
    big: 300,
    other: 150,
    raised: 'yes',
    source: 'guide',
  },
  transitions: {
    name: 'state transitions, a second (bucket 5,000 / 800)',
    big: 1500,
    other: 500,
    raised: 'yes',
    source: 'guide',
  },
  answers: {
    name: 'SendTaskSuccess, a second (bucket 3,000 / 1,500)',
    big: 500,
    other: 300,
    raised: 'yes',
    source: 'guide',
  },
  open: { name: 'open executions', big: 1_000_000, other: 1_000_000, raised: 'yes', source: 'guide' },
  history: { name: 'events in one history', big: 25_000, other: 25_000, raised: 'no', source: 'guide' },
  payload: {
    name: 'bytes of input or output of a state',
    big: 262_144,
    other: 262_144,
    raised: 'no',
    source: 'guide',
  },
  duration: { name: 'days that an execution may run', big: 365, other: 365, raised: 'no', source: 'guide' },
  concurrency: {
    name: 'Lambda, invocations at once',
    big: 1000,
    other: 1000,
    raised: 'yes',
    source: 'memory',
  },
  http: {
    name: 'API Gateway, requests a second',
    big: 10_000,
    other: 5_000,
    raised: 'yes',
    source: 'memory',
  },
  tableWrites: {
    name: 'DynamoDB on demand, write units a second of a table',
    big: 40_000,
    other: 40_000,
    raised: 'yes',
    source: 'memory',
  },
  newTable: {
    name: 'of a new table, until it has grown or was warmed',
    big: 4_000,
    other: 4_000,
    raised: 'yes',
    source: 'memory',
  },
  partitionWrites: {
    name: 'DynamoDB, write units a second of one key',
    big: 1_000,
    other: 1_000,
    raised: 'no',
    source: 'memory',
  },
  partitionReads: {
    name: 'DynamoDB, read units a second of one key',
    big: 3_000,
    other: 3_000,
    raised: 'no',
    source: 'memory',
  },
  transaction: {
    name: 'DynamoDB, items in one transaction',
    big: 100,
    other: 100,
    raised: 'no',
    source: 'memory',
  },
} as const satisfies Readonly<Record<string, Quota>>;
