import Table from 'cli-table3';
import type { Figures, Memory } from './figures.ts';

const noProc = 'not measured: this machine has no /proc';

const tableOf = (head: string[], rows: readonly (readonly string[])[]): string => {
  const chars = { mid: '', 'left-mid': '', 'mid-mid': '', 'right-mid': '' };
  const table = new Table({ head, chars, style: { head: [], border: [] } });
  for (const row of rows)
    table.push(row.map((content, index) => ({ content, hAlign: index === 0 ? 'left' : 'right' })));
  return table.toString();
};

const fixed = (digits: number) => (value: number) => value.toFixed(digits);
const [whole, tenths, hundredths] = [fixed(0), fixed(1), fixed(2)];
const megabytes = (bytes: number) => `${tenths(bytes / 1e6)} MB`;

const startTable = ({ startups }: Figures): string =>
  tableOf(
    ['npm start on a new folder', 'ready, s', 'CPU, s', 'resident at rest', 'and npm itself'],
    startups.map(({ compileCache, readyAfterSeconds, cpuSeconds, atRest }) => [
      `compile cache ${compileCache}`,
      hundredths(readyAfterSeconds),
      cpuSeconds === undefined ? '' : hundredths(cpuSeconds),
      atRest === undefined ? noProc : megabytes(atRest.atRestBytes),
      atRest === undefined ? '' : megabytes(atRest.byProcess['npm'] ?? 0),
    ]),
  );

const rateTable = ({ phases, endToEnd }: Figures): string =>
  tableOf(
    ['Phase', 'seconds', 'claims a second'],
    [...phases, { phase: 'end to end', ...endToEnd }].map(({ phase, seconds, claimsPerSecond }) => [
      phase,
      hundredths(seconds),
      tenths(claimsPerSecond),
    ]),
  );

const latencyTable = ({ latencies }: Figures): string =>
  tableOf(
    ['What somebody waits for', 'times', 'p50 ms', 'p95 ms', 'max ms'],
    latencies.map(({ name, count, p50Ms, p95Ms, maxMs }) => [
      name,
      String(count),
      tenths(p50Ms),
      tenths(p95Ms),
      tenths(maxMs),
    ]),
  );

const roundTripTable = ({ roundTrips }: Figures): string =>
  tableOf(
    ['Round trips to the database', 'a claim'],
    [
      ['draft and line', hundredths(roundTrips.beforeSubmission)],
      ['from submission to paid', hundredths(roundTrips.submissionToPaid)],
      ['from paid to closed', hundredths(roundTrips.paidToClosed)],
      ['looking up tasks, payouts and states', hundredths(roundTrips.reading)],
      ['background (the sweeper)', hundredths(roundTrips.background)],
    ],
  );

const memoryText = ({ atRestBytes, byProcess }: Memory): string =>
  `${megabytes(atRestBytes)} (${Object.entries(byProcess)
    .map(([name, bytes]) => `${name} ${megabytes(bytes)}`)
    .join(', ')})`;

const costTable = ({ cpuSecondsPerClaim, benchCpuSecondsPerClaim, memory, disk }: Figures): string => {
  const cpu = cpuSecondsPerClaim;
  const parts = Object.entries(cpu?.byProcess ?? {}).map(
    ([name, seconds]) => `${name} ${whole(seconds * 1000)} ms`,
  );
  return tableOf(
    ['What it costs', ''],
    [
      ['CPU a claim (user and system)', cpu ? `${whole(cpu.desk * 1000)} ms (${parts.join(', ')})` : noProc],
      ['  the bench’s own, beside it', `${whole(benchCpuSecondsPerClaim * 1000)} ms`],
      ['resident at rest after the start', memory ? memoryText(memory.afterStart) : noProc],
      ['resident at most', memory ? megabytes(memory.afterRun.peakBytes) : noProc],
      ['resident at rest after the run', memory ? memoryText(memory.afterRun) : noProc],
      [
        'disk a claim',
        `${tenths(disk.bytesPerClaim / 1000)} kB (${megabytes(disk.beforeBytes)} before, ${megabytes(disk.afterBytes)} after)`,
      ],
    ],
  );
};

/** The figures as tables. */
export const reportOf = (figures: Figures): string => {
  const { claims, inFlight, machine } = figures;
  return [
    `${claims} claims, ${inFlight} in flight, ${figures.at}`,
    `${machine.cpus} × ${machine.cpu}, ${machine.os}, Node ${machine.node}, load before ${tenths(machine.load)}`,
    startTable(figures),
    rateTable(figures),
    latencyTable(figures),
    roundTripTable(figures),
    costTable(figures),
    '',
  ].join('\n');
};
