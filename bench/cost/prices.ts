/*
 * Public list prices, and the only place for them. They were written down without the internet: a figure is either
 * found in a stored public page (named), or from memory. Whoever budgets by them checks them first:
 * https://aws.amazon.com/pricing/ and https://www.amazonaws.cn/en/pricing/. No free tier, no discount, no tax.
 */

export const pricedOn = '2026-12-01';

type Price = { readonly each: number; readonly source: string };
const memory = 'from memory, to be checked';

export type PriceList = {
  readonly region: string;
  readonly currency: 'USD' | 'CNY';
  /** Undefined where nobody here knows it: the sum then leaves it out and says so. */
  readonly prices: Readonly<Record<Unit, Price | undefined>>;
};

/** What is counted, each with the price of one. */
export const units = {
  transitions: 'Step Functions Standard, a state transition',
  lambdaRequests: 'Lambda, a request',
  lambdaGbSeconds: 'Lambda on arm64, a GB-second',
  httpRequests: 'API Gateway HTTP API, a request',
  writeUnits: 'DynamoDB on demand, a write unit',
  readUnits: 'DynamoDB on demand, a read unit',
  storageGbMonths: 'DynamoDB Standard, a GB for a month',
  logGb: 'CloudWatch Logs, a GB taken in',
  emails: 'SNS, an e-mail',
} as const;
export type Unit = keyof typeof units;

const million = 1_000_000;
const awsSteps = 'aws.amazon.com/step-functions/pricing (stored page)';
const dynamoCut = 'airbyte.com/data-engineering-resources/dynamodb-pricing, July 2025 (stored page)';

export const priceLists: readonly PriceList[] = [
  {
    region: 'us-east-1',
    currency: 'USD',
    prices: {
      transitions: { each: 0.025 / 1000, source: awsSteps },
      lambdaRequests: { each: 0.2 / million, source: memory },
      lambdaGbSeconds: { each: 0.0000133334, source: memory },
      httpRequests: { each: 1 / million, source: memory },
      writeUnits: { each: 0.625 / million, source: dynamoCut },
      readUnits: { each: 0.125 / million, source: dynamoCut },
      storageGbMonths: { each: 0.25, source: memory },
      logGb: { each: 0.5, source: memory },
      emails: { each: 2 / 100_000, source: memory },
    },
  },
  {
    region: 'cn-northwest-1',
    currency: 'CNY',
    prices: {
      transitions: undefined,
      lambdaRequests: { each: 1.36 / million, source: memory },
      lambdaGbSeconds: { each: 0.000113477, source: `${memory} (the x86 price)` },
      httpRequests: undefined,
      writeUnits: {
        each: 11.1538 / million,
        source:
          'amazonaws.cn/en/dynamodb/pricing (stored page, undated; AWS halved this price elsewhere in 2024)',
      },
      readUnits: { each: 2.2308 / million, source: `${memory}: a fifth of a write unit, as elsewhere` },
      storageGbMonths: undefined,
      logGb: undefined,
      emails: undefined,
    },
  },
];
