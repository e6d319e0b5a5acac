import { cpus } from 'node:os';
import { nameOf } from '../../functions/contracts/instruments.ts';
import { bars } from './bars.ts';
import { invocationsOf, memoryGb, perFurtherLine, untilPaid, usageOf, usageOfSamples } from './figures.ts';
import { pricedOn, priceLists, units } from './prices.ts';
import type { ClaimRun } from './run-claims.ts';
import type { SamplesWay } from './samples-way/run-samples-way.ts';
import { table } from './table.ts';
import { costOf, fullList, unitNames, type Usage } from './usage.ts';

export type Measured = {
  readonly claims: readonly ClaimRun[];
  readonly rosters: readonly ClaimRun[];
  readonly samples: SamplesWay;
};

const english = ({ instrument }: ClaimRun): string => nameOf(instrument).en;
const round = (value: number, digits = 1): number => Number(value.toFixed(digits));
const perMillion = (usage: Usage): number => round(costOf(usage, fullList()).total * 1_000_000, 0);

const exceptionOf = ({ waits, ended }: ClaimRun): string => {
  if (ended !== 'CLOSED') return `ended as ${ended}`;
  if (waits.includes('VERIFY')) return 'a person verifies';
  return waits.includes('SECOND_APPROVE') ? 'a second approval' : 'none';
};

const within = (run: ClaimRun): string =>
  [
    run.history.transitions <= bars.transitions,
    run.history.invocations <= bars.invocations,
    untilPaid(run).writeUnits <= bars.writeUnits,
  ].every(Boolean)
    ? 'yes'
    : 'no';

const barTable = (claims: readonly ClaimRun[]) =>
  table(
    [
      'Instrument',
      'Exception',
      'Transitions',
      'Invocations by the machine',
      'Write units',
      'Within the bars',
    ],
    claims.map((run) => [
      english(run),
      exceptionOf(run),
      run.history.transitions,
      run.history.invocations,
      untilPaid(run).writeUnits,
      within(run),
    ]),
  );

const whereTable = (run: ClaimRun) =>
  table(
    ['Step', 'Call', 'Write units', 'of them in indexes', 'Writes'],
    untilPaid(run).writes.map(({ call, command, units: taken, indexUnits, items }) => [
      call?.name ?? '',
      command,
      taken,
      indexUnits,
      items.join(', '),
    ]),
  );

const rosterTable = (rosters: readonly ClaimRun[]) => {
  const [shortest] = rosters;
  return table(
    ['Lines', 'Exception', 'Write units', 'for each further line'],
    rosters.map((run) => [
      run.lines,
      exceptionOf(run),
      untilPaid(run).writeUnits,
      shortest === undefined || shortest === run ? '' : String(round(perFurtherLine(shortest, run))),
    ]),
  );
};

const costTable = (claims: readonly ClaimRun[]) =>
  table(
    [
      'Instrument',
      'Requests',
      'Invocations',
      'ms',
      'Write units',
      'Read units',
      'Bytes kept',
      'USD a million',
    ],
    claims.map((run) => {
      const usage = usageOf(run);
      const { machineMs, httpMs } = invocationsOf(run);
      return [
        english(run),
        usage.httpRequests,
        usage.lambdaRequests,
        round(machineMs + httpMs, 0),
        usage.writeUnits,
        usage.readUnits,
        run.storedBytes,
        perMillion(usage),
      ];
    }),
  );

const share = (usage: Usage, unit: (typeof unitNames)[number]): number =>
  round(usage[unit] * (fullList().prices[unit]?.each ?? 0) * 1_000_000, 2);

const comparison = (ours: Usage, theirs: Usage) =>
  table(
    ['', 'The desk', 'USD a million', 'The samples’ way', 'USD a million'],
    [
      ...unitNames.map((unit) => [
        units[unit],
        round(ours[unit], 9),
        share(ours, unit),
        round(theirs[unit], 9),
        share(theirs, unit),
      ]),
      ['Sum', '', perMillion(ours), '', perMillion(theirs)],
    ],
  );

const regions = (usage: Usage) =>
  table(
    ['Region', 'Sum for a million claims', 'Without a price here'],
    priceLists.map((list) => {
      const { total, unpriced } = costOf(usage, list);
      return [
        list.region,
        `${Math.round(total * 1_000_000)} ${list.currency}`,
        unpriced.join(', ') || 'nothing',
      ];
    }),
  );

const prices = () =>
  table(
    ['Region', 'What', 'Price of one', 'Source'],
    priceLists.flatMap(({ region, currency, prices: list }) =>
      unitNames.map((unit) => {
        const price = list[unit];
        return [
          region,
          units[unit],
          price ? `${Number(price.each.toPrecision(6))} ${currency}` : 'not known here',
          price?.source ?? '',
        ];
      }),
    ),
  );

const processor = (): string => `${cpus().length} × ${cpus()[0]?.model ?? 'unknown processor'}`;

const modelOf = ({ claims }: Measured): ClaimRun => {
  const transport = claims.find(({ instrument }) => instrument === 'TRANSPORT_SUBSIDY');
  if (transport === undefined) throw new Error('No transport claim was run.');
  return transport;
};

/** The whole of docs/cost.md. */
export const report = (measured: Measured): string => {
  const { claims, rosters, samples } = measured;
  const model = modelOf(measured);
  const dearest = claims.reduce(
    (most, run) => (untilPaid(run).writeUnits > untilPaid(most).writeUnits ? run : most),
    model,
  );
  const ours = usageOf(model);
  const { machine, http, machineMs, httpMs } = invocationsOf(model);
  const theirs = usageOfSamples(samples, (machineMs + httpMs) / (machine + http), model.storedBytes);
  return `# What an application costs

Written by \`npm run -s bench:cost -- --write\`; without \`--write\` it is printed. Do not edit it: run it again.

The command starts a desk in a temporary folder with the sample registers, takes one claim of each instrument with one
line from draft to its end through the HTTP API and the one-machine engine, and counts: states entered and functions
called in the execution’s history, requests, milliseconds in each handler, units by \`ReturnConsumedCapacity\`, bytes by
the size rules of the DynamoDB developer guide. Times the public list prices in \`bench/cost/prices.ts\` (of ${pricedOn}).

Read the figures so:

- Units are counted by the embedded database. \`bench/cost/documented-units.test.ts\` holds it to the documented rules. What
  a write to an index costs inside a transaction is counted once; the guide does not say whether AWS counts it twice. If it
  does, add the column “of them in indexes” once more. Only a run on AWS can tell.
- Milliseconds are those of a warm handler in one process on ${processor()}, database and engine on the same machine;
  priced for ${memoryGb} GB. A function of that size on AWS has about a third of a processor and a network between it and
  the table: take two to four times the time. At these prices that changes the sum little.
- Not in it: cold starts, KMS, X-Ray, WAF, CloudFront, backups, data transfer, the sweeper (\`docs/scale.md\`), people who
  look at lists again and again, tax, discounts, the free tier.

## The bars, from the submission until the money is booked

Held by \`test/workflows/units-of-a-claim.test.ts\`. At most ${bars.transitions} transitions, ${bars.invocations} invocations by the machine and ${bars.writeUnits} write units for a claim of one line that meets no exception.
Transitions and invocations are those of the whole execution, its closing included.

${barTable(claims)}

The execution’s history: ${model.history.events} events; the largest input or output of a state has ${Math.max(...[...claims, ...rosters].map(({ history }) => history.largestPayload))} bytes, in rosters of up to ${Math.max(...rosters.map(({ lines }) => lines))} lines no more than in a claim of one.

Where the write units of a ${english(model).toLowerCase()} go:

${whereTable(model)}

And of the claim that takes most (${english(dearest)}):

${whereTable(dearest)}

An execution at the bars or below says “yes”; what is over them, and why, stands at the end of \`bench/cost/README.md\`.

Further lines, at most ${bars.unitsPerFurtherLine} write units each; placement rosters, each of other workers:

${rosterTable(rosters)}

## Each instrument, from draft to its end and a year of storage

Prices of ${fullList().region}.

${costTable(claims)}

## Against the same flow as AWS’s own human-approval samples write it

\`bench/cost/samples-way/\`: a callback with an e-mail and a link for each person (API Gateway, a function, SendTaskSuccess),
a function for each read and each write, each status update a step of its own. The machine is run through our engine, with
functions that do nothing, so that its transitions and invocations are counted; what its functions ask of the database
stands in \`consumption.ts\` and is our reading of the samples. Its functions are taken to run as long as ours do on
average, and to store as much. It has no transactions, no audit chain, no idempotency, no four eyes and no protection
against two claims at once: that is what the desk’s write units buy.

${comparison(ours, theirs)}

## In the other region

${regions(ours)}

## Prices

${prices()}
`;
};
