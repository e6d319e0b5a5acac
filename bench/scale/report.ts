import { table } from '../cost/table.ts';
import { access, perClaim, type SharedPlace } from './access.ts';
import { assumed, countyShares, needed, noticesEnd, peakRate, volumes, type Need } from './peak.ts';
import { quotas, quotasOn } from './quotas.ts';
import { eventsOfClaim, eventsOfRound, historyOf, linesOfRound, longestRoster } from './roster.ts';
import { simulateFund } from './simulate-fund.ts';
import { outboxShares, simulateHeat } from './simulate-heat.ts';

const seed = 127;
const figure = (value: number): string =>
  value >= 100 ? Math.round(value).toLocaleString('en') : String(Number(value.toPrecision(2)));
const percent = (share: number): string => `${figure(share * 100)} %`;
const volumeName = (volume: number): string => `${volume.toLocaleString('en')} a year`;

const quotaTable = () =>
  table(
    ['Quota', 'us-east-1, us-west-2, eu-west-1', 'other regions', 'can be raised', 'From'],
    Object.values(quotas).map(({ name, big, other, raised, source }) => [
      name,
      big.toLocaleString('en'),
      other.toLocaleString('en'),
      raised,
      source,
    ]),
  );

const needs: readonly Need[] = [
  'starts',
  'transitions',
  'answers',
  'open',
  'concurrency',
  'http',
  'tableWrites',
];

const judged = (need: Need, value: number): string =>
  value > quotas[need].other ? `**${figure(value)}**` : figure(value);

const needTable = () =>
  table(
    ['', ...volumes.map(volumeName), 'quota, other regions'],
    needs.map((need) => [
      quotas[need].name.replace(/ \(.*/, ''),
      ...volumes.map((volume) => judged(need, needed(volume)[need])),
      quotas[need].other.toLocaleString('en'),
    ]),
  );

const noticeTable = () =>
  table(
    ['', 'Notices that end at once', 'carried on after, us-east-1', 'other regions'],
    volumes.map((volume) => {
      const big = noticesEnd(volume, 5000, quotas.transitions.big);
      const other = noticesEnd(volume, 800, quotas.transitions.other);
      return [
        volumeName(volume),
        figure(big.claims),
        `${figure(big.seconds)} s`,
        `${figure(other.seconds)} s`,
      ];
    }),
  );

const heatTable = () => {
  const heats = volumes.map((volume) => simulateHeat(volume, 3600, seed));
  return table(
    ['Key', 'Units a claim', 'What', ...volumes.map(volumeName)],
    (Object.keys(access) as SharedPlace[]).map((place) => [
      `\`${place}\``,
      access[place].units,
      access[place].of,
      ...heats.map((heat) => figure(heat.find((each) => each.place === place)?.busiest ?? 0)),
    ]),
  );
};

const fundTable = () =>
  table(
    ['Transactions a second on one fund', 'held for', 'rows to a fund', 'met another', 'given up'],
    [1, 5, 10, 20, 50].flatMap((perSecond) =>
      (
        [
          [10, 1],
          [30, 1],
          [30, 8],
        ] as const
      ).map(([holdMs, shards]) => {
        const { metAnother, gaveUp } = simulateFund({ perSecond, holdMs, shards, seconds: 1800, seed });
        return [perSecond, `${holdMs} ms`, shards, percent(metAnother), percent(gaveUp)];
      }),
    ),
  );

const fundRates = () =>
  volumes
    .map((volume) => `${figure(peakRate(volume) * 2 * Math.max(...countyShares()))} at ${volumeName(volume)}`)
    .join(', ');

const rosterTable = () =>
  table(
    ['Lines', 'Rounds of the check', 'Events', 'of 25,000'],
    [1, 600, 5000].map((lines) => [
      lines,
      Math.ceil(lines / linesOfRound),
      historyOf(lines),
      percent(historyOf(lines) / quotas.history.big),
    ]),
  );

const bends = () =>
  volumes
    .map((volume) => {
      const need = needed(volume);
      const over = needs
        .filter((each) => need[each] > quotas[each].other)
        .sort((a, b) => need[b] / quotas[b].other - need[a] / quotas[a].other)
        .map(
          (each) =>
            `${quotas[each].name.replace(/ \(.*/, '')} (${figure(need[each] / quotas[each].other)} times the quota)`,
        );
      return `- **${volumeName(volume)}**: ${over.length === 0 ? 'nothing' : over.join('; ')}`;
    })
    .join('\n');

const sweepsAMonth = (30 * 24 * 3600) / 60;

/** The whole of docs/scale.md. */
export const report = (): string => `# Load and limits

Written by \`npm run -s bench:scale -- --write\`; do not edit it, run it again. On paper and by simulation: nothing here has
been run on AWS. The simulations are seeded, so that they come out the same each time.

## What is assumed

- ${percent(assumed.shareAtMonthEnd)} of a month’s claims come in its last two working days (${assumed.hoursOfThem} hours), and the busiest minutes see ${assumed.burst} times the
  mean of those hours. Every stage (submission, approval, payment) is at its peak at the same time. That is hard on purpose.
- ${assumed.counties} counties; county number n weighs 1 / n^${assumed.unevenness}, so that the largest has ${percent(Math.max(...countyShares()))} of all claims.
- A claim has one line and meets no exception; what it takes is counted in \`docs/cost.md\`: ${perClaim.transitions} transitions,
  ${perClaim.machineInvocations} + ${perClaim.httpRequests} invocations, ${perClaim.writeUnits} write units. An invocation is taken to last ${perClaim.msOfInvocation} ms, a claim to be open ${perClaim.daysOpen} days.
- The province’s own volume is the middle one at most; the third is there to see what breaks.

## Quotas that matter

As of ${quotasOn}. “guide” is an archived copy of the Step Functions developer guide (2022–23), “memory” has no source here:
look them up in Service Quotas of the account before going by them. New accounts begin with less.

${quotaTable()}

## What the busiest minutes need

${volumes.map((volume) => `${volumeName(volume)}: ${figure(peakRate(volume))} claims a second`).join('; ')}. Above the quota of the other regions in bold.

${needTable()}

## Where it bends first

${bends()}

Nothing bends at the volume of a province. Beyond it, in this order:

1. **Open executions.** A Standard execution is open as long as the claim is. Ask for the quota (AWS names “millions”); or end
   the execution when the notice hangs and start another when it ends: the row is the truth already, so no state would be
   lost, for one more start and two more transitions a claim.
2. **Transitions and starts.** Both are raised on request. Before that: let the check (a Pass, a Task and a Choice of the ten)
   run in an Express machine or in the function that submits, which takes three transitions from each claim. An Express
   machine does not wait for people, so the rest must stay Standard.
3. **Batches.** A thousand one-line claims of one agency are better filed as rosters: one execution for up to 5,000 lines. For
   imports of many claims a Distributed Map starts executions at a steady rate instead of all at once; the engine of one
   machine refuses it (it runs Inline Map only), so it belongs to AWS alone.
4. **The table.** Ask for warm throughput before the month’s end: a new table on demand takes ${quotas.newTable.big.toLocaleString('en')} write units a second until
   it has grown, and throttles what comes faster. The functions come again, so this costs time and no claim.

### When notices end

All notices that end on one day end at the same instant, in all counties: the machine’s waits run out together, and each
enters the approval and calls a function. The engine spreads them by its quota; nobody waits for it at midnight. A claim
that comes later than the office opens would be noticed, so at the largest volume spread the ends by some random minutes.

${noticeTable()}

## Hot keys

Write units in the busiest second of an hour at the peak, for the busiest key (the largest county’s, the fullest shard). One
key takes ${quotas.partitionWrites.big.toLocaleString('en')} a second.

${heatTable()}

No key comes near, even at the largest volume. The outbox’s four shards hold ${outboxShares(4).map(percent).join(', ')} of the claims: the last
letter of the number is one of 32, and its codes fall unevenly on four. A sharper spread would need another rule in
\`store/keys.ts\` and buys nothing before some 600 claims a second.

## Conflicts on a fund

A transaction that meets another on the same row is refused, and \`store/transact.ts\` comes again after 15, 40, 100 and 250
ms; after that an approval is answered 503 and a person or the machine asks again. Nothing is lost or paid twice either way.
Transactions on the largest county’s fund in the busiest minutes: ${fundRates()}. How long DynamoDB holds a row is not
documented: 10 ms is a usual latency of a small transaction, 30 ms a slow one.

${fundTable()}

What to turn: several rows to a fund (\`FUND#division\` / year#n), each with a part of the money; an approval takes one by chance
and another when the first has too little. The condition \`availableFen >= amount\` then holds row by row, which still cannot
overdraw. A script that books a file of a thousand payouts should have at most two requests in flight for one county:
the rows are passed through one after the other whatever it does.

## Long rosters

${eventsOfClaim} events for a claim, ${eventsOfRound} for each further round of the check, ${linesOfRound} lines to a round; 5,000 lines are the desk’s own limit.

${rosterTable()}

The history would allow ${longestRoster(quotas.history.big).toLocaleString('en')} lines. The payload holds ids and a few words; it does not grow with the roster, so the
limit of ${quotas.payload.big.toLocaleString('en')} bytes is never met. A transaction holds ${quotas.transaction.big} items, which is why lines are written in chunks before the head.

## The sweeper

Each sweep is one invocation and four queries, half a read unit each when nothing was lost. Once a minute: ${sweepsAMonth.toLocaleString('en')} invocations and
${(sweepsAMonth * 2).toLocaleString('en')} read units a month, less than ten cents whatever the volume. What was lost comes on top, one read and one call each.
`;
