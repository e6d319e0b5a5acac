import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { getApplicationOperation } from '../../functions/contracts/api/application-reads.ts';
import type { WaitKind } from '../../functions/contracts/application.ts';
import { instrumentCodes, type Instrument } from '../../functions/contracts/instruments.ts';
import { createCrew, type Crew } from '../../infra/cli/demo/crew.ts';
import { fileClaims, type Filed } from '../../infra/cli/demo/file-claims.ts';
import { readFilings, type Filing } from '../../infra/cli/demo/filings.ts';
import { setValues } from '../../infra/cli/demo/set-values.ts';
import { createProgress } from '../../infra/cli/progress.ts';
import { virtualClock } from '../../infra/local/clock.ts';
import { loadFunctions } from '../../infra/local/functions.ts';
import { startHost, type Host } from '../../infra/local/host.ts';
import { loadSample } from '../../infra/local/sample/load-sample.ts';
import { BenchError } from '../bench-error.ts';
import { createMeter, type Meter } from './meter.ts';
import { readHistory, type History } from './read-history.ts';
import { storedSizes } from './stored-sizes.ts';
import { ways } from './ways.ts';

/** What one claim consumed from its draft to its end. */
export type ClaimRun = {
  readonly applicationId: string;
  readonly instrument: Instrument;
  readonly name: string;
  readonly lines: number;
  readonly waits: readonly WaitKind[];
  readonly ended: string;
  readonly meter: Meter;
  readonly history: History;
  readonly storedBytes: number;
};

const opening = Date.parse('2020-06-15T01:00:00.000Z');
const silent = createProgress(true);

const where = async (crew: Crew, { filedBy, applicationId }: Filed) => {
  const { state, next } = await crew.as(filedBy, getApplicationOperation, { params: { applicationId } });
  return { state, wait: next.waitingFor };
};

const ended = new Set(['CLOSED', 'REFUSED', 'WITHDRAWN']);

/** Waits until a claim has come to rest somewhere else than where it was. */
const restAfter = async (crew: Crew, claim: Filed, before: WaitKind | undefined) => {
  for (let polls = 0; polls < 250; polls += 1) {
    const now = await where(crew, claim);
    if (ended.has(now.state) || (now.wait !== undefined && now.wait !== before)) return now;
    await pause(20);
  }
  throw new BenchError(`The claim ${claim.name} does not come to rest after ${before ?? 'its submission'}.`);
};

const follow = async (crew: Crew, claim: Filed): Promise<{ waits: WaitKind[]; state: string }> => {
  const waits: WaitKind[] = [];
  for (;;) {
    const { state, wait } = await restAfter(crew, claim, waits.at(-1));
    if (wait === undefined || ended.has(state)) return { waits, state };
    const way = ways[wait];
    waits.push(wait);
    if (way === undefined) return { waits, state };
    await way(crew, claim);
  }
};

type Ground = { readonly host: Host; readonly crew: Crew; readonly take: () => Meter };

const runClaim = async ({ host, crew, take }: Ground, filing: Filing): Promise<ClaimRun> => {
  const before = await storedSizes(host.databaseUrl);
  take();
  const [claim] = (await fileClaims(crew, [filing], silent)).values();
  if (claim === undefined) throw new BenchError(`${filing.name} was not filed.`);
  const { waits, state } = await follow(crew, claim);
  const history = await readHistory(host.statesUrl, claim.applicationId);
  const meter = take();
  const after = await storedSizes(host.databaseUrl);
  const { instrument } = filing.head;
  const storedBytes = after - before;
  return {
    applicationId: claim.applicationId,
    instrument,
    name: filing.name,
    lines: filing.lines.length,
    waits,
    ended: state,
    meter,
    history,
    storedBytes,
  };
};

/** A claim that meets no exception: nobody had to verify it. */
const isClear = ({ ended: state, waits }: ClaimRun): boolean =>
  state === 'CLOSED' && !waits.includes('VERIFY');

const firstLines = (filing: Filing, count: number, from = 0): Filing => ({
  ...filing,
  lines: filing.lines.slice(from, from + count).map((line, index) => ({ ...line, lineNo: index + 1 })),
});

/** One-line claims of an instrument: every line of the sample's claims, each by itself. */
const candidates = (instrument: Instrument): Filing[] =>
  readFilings()
    .filter(({ head, filedBy }) => head.instrument === instrument && filedBy !== 'village-ningwu')
    .flatMap((filing) => filing.lines.map((_, index) => firstLines(filing, 1, index)))
    .slice(0, 6);

const clearest = async (ground: Ground, filings: readonly Filing[]): Promise<ClaimRun | undefined> => {
  let best: ClaimRun | undefined;
  for (const filing of filings) {
    const run = await runClaim(ground, filing);
    if (isClear(run)) return run;
    if (best?.ended !== 'CLOSED') best = run;
  }
  return best;
};

const withDesk = async <Result>(work: (ground: Ground) => Promise<Result>): Promise<Result> => {
  const folder = await mkdtemp(join(tmpdir(), 'subsidy-cost-'));
  const { around, take, stop } = createMeter();
  const host = await startHost({
    dataDir: join(folder, 'data'),
    host: '127.0.0.1',
    port: 0,
    clock: virtualClock(opening),
    writeLog: () => undefined,
    load: async () => around(await loadFunctions()),
  });
  try {
    await loadSample(host);
    host.markSampleLoaded();
    const crew = createCrew(host);
    await setValues(crew, silent);
    return await work({ host, crew, take });
  } finally {
    await host.stop();
    stop();
    await rm(folder, { recursive: true, force: true });
  }
};

/** Lines about which the sample has nothing to remark: the registers confirm them. */
const unremarkable = ({ lines, remarks }: Filing) =>
  lines.filter(({ lineNo }) => (remarks.get(lineNo) ?? '') === '');

/** Rosters of one agency, each of other workers. */
const rostersOf = (counts: readonly number[]): Filing[] => {
  const filings = readFilings().filter(({ filedBy }) => filedBy === 'agency');
  const [first] = filings;
  if (first === undefined) throw new BenchError('The sample holds no roster.');
  const all = { ...first, lines: filings.flatMap(unremarkable) };
  let from = 0;
  return counts.map((count) => firstLines(all, count, (from += count) - count));
};

const oneOfEach = async (ground: Ground): Promise<ClaimRun[]> => {
  const runs: ClaimRun[] = [];
  for (const instrument of instrumentCodes.filter((code) => code !== 'PLACEMENT_SUBSIDY')) {
    const run = await clearest(ground, candidates(instrument));
    if (run !== undefined) runs.push(run);
  }
  return runs;
};

/**
 * One claim of each instrument with one line, and placement rosters of several lengths, all on one desk; a first claim
 * warms everything up and is not counted.
 */
export const runClaims = (
  lengths: readonly [1, ...number[]],
): Promise<{ claims: ClaimRun[]; rosters: ClaimRun[] }> =>
  withDesk(async (ground) => {
    const [warm] = candidates('RETENTION_ALLOWANCE').toReversed();
    if (warm === undefined) throw new BenchError('The sample holds no claim to warm up with.');
    await runClaim(ground, warm);
    const rosters: ClaimRun[] = [];
    for (const roster of rostersOf(lengths)) rosters.push(await runClaim(ground, roster));
    return { claims: [...rosters.slice(0, 1), ...(await oneOfEach(ground))], rosters };
  });
