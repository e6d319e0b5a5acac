import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { WaitKind } from '../../../functions/contracts/application.ts';
import { virtualClock } from '../../local/clock.ts';
import { startHost, type Host, type HostOptions } from '../../local/host.ts';
import { loadLater, loadSample } from '../../local/sample/load-sample.ts';
import { CliError } from '../cli-error.ts';
import type { Progress } from '../progress.ts';
import { approveClaims } from './approve.ts';
import { createCrew, type Crew } from './crew.ts';
import { addUp, type Figures } from './figures.ts';
import { fileClaims, type Filed } from './file-claims.ts';
import { readFilings } from './filings.ts';
import { claimNamed, correctAccount, correctReturned, waitOf } from './mend.ts';
import { followChanges, type Followed } from './follow-changes.ts';
import { objectTo, reexamine } from './object.ts';
import { payClaims } from './pay.ts';
import type { Age } from './queue.ts';
import { setValues } from './set-values.ts';
import { noneIn, settle } from './settle.ts';
import { verifyClaims } from './verify.ts';

/** Monday 15 June 2020, nine in the morning in Shanghai. */
const opening = Date.parse('2020-06-15T01:00:00.000Z');
const day = 24;

export type DemoResult = {
  readonly figures: Figures;
  readonly stories: {
    readonly valuesSet: number;
    readonly corrected: number;
    readonly objections: number;
    readonly secondApprovals: number;
    readonly bankReturns: number;
  } & Followed;
  readonly files: readonly string[];
  readonly seconds: number;
};

/** Waits until a claim is where the next person can go on with it. */
const until = async (crew: Crew, claim: Filed, wait: WaitKind): Promise<void> => {
  for (let polls = 0; polls < 500; polls += 1) {
    if ((await waitOf(crew, claim)) === wait) return;
    await pause(20);
  }
  throw new CliError('DEMO_STUCK', `The claim ${claim.name} does not come to wait for ${wait}.`, 1);
};

/** The whole of it, day by day: from 344 claims to money, with everything that goes wrong in between. */
const play = async (
  crew: Crew,
  host: Host,
  folder: string,
  progress: Progress,
): Promise<Omit<DemoResult, 'seconds'>> => {
  const ages: Age[] = [];
  const decided = (age: Age) => {
    ages.push(age);
  };
  // 15 June: everything is filed; figures that the county lacked are set; the verifiers get through half of their queues, and one claim goes back.
  const filed = await fileClaims(crew, readFilings(), progress);
  const valuesSet = await setValues(crew, progress);
  await verifyClaims(crew, filed, progress, 0.5, decided);
  await crew.wait(day);
  // 16 June: the other half, and the correction.
  await verifyClaims(crew, filed, progress, 1, decided);
  const corrected = await correctReturned(crew, filed, progress);
  // 17 and 18 June: an objection, and its re-examination.
  await crew.wait(day);
  await objectTo(crew, claimNamed(filed, '提出异议'), progress);
  await crew.wait(day);
  const objections = await reexamine(crew, progress, decided);
  // Past five working days: 24 June, the day before the Dragon Boat holiday.
  await crew.wait(6 * day);
  await settle(crew, noneIn('ON_NOTICE'));
  const secondApprovals = await approveClaims(crew, progress, decided);
  const bouncing = claimNamed(filed, '银行将退回付款');
  const first = await payClaims(crew, folder, progress, bouncing);
  await until(crew, bouncing, 'CORRECT_PAYEE');
  // After the holiday, on the Sunday that is worked: the corrected account is paid.
  await crew.wait(4 * day);
  await correctAccount(crew, bouncing);
  await until(crew, bouncing, 'PAY');
  const again = await payClaims(crew, folder, progress);
  await settle(crew, noneIn('PAYING'));
  // What the registers learn after that: one claim was worth more, another was paid too long.
  const followed = await followChanges(crew, () => loadLater(host), progress, decided);
  const last = await payClaims(crew, folder, progress);
  await settle(crew, noneIn('PAYING'));
  return {
    figures: await addUp(crew, [...filed.values()], ages),
    stories: { valuesSet, corrected, objections, secondApprovals, bankReturns: first.returned, ...followed },
    files: [...first.files, ...again.files, ...last.files],
  };
};

const openHost = async (dataDir: string, load: HostOptions['load']): Promise<Host> => {
  const host = await startHost({
    dataDir,
    host: '127.0.0.1',
    port: 0,
    clock: virtualClock(opening),
    writeLog: () => undefined,
    ...(load && { load }),
  });
  if (host.wantsSample) return host;
  await host.stop();
  throw new CliError('DEMO_FOLDER_USED', `${dataDir} holds a desk already. Name a new folder with --data.`);
};

/** Empties a temporary folder, but for the files that the demo made for the bank. */
const clear = async (folder: string, kept: string | undefined): Promise<void> => {
  for (const name of await readdir(folder))
    if (name !== kept) await rm(join(folder, name), { recursive: true, force: true });
  if (kept === undefined) await rm(folder, { recursive: true, force: true });
};

const exportFolder = 'exports';

type Options = {
  /** A new folder that is kept; without it a temporary one. */
  readonly dataDir: string | undefined;
  /** Whether the payout files outlive a temporary folder. */
  readonly keepFiles: boolean;
  readonly progress: Progress;
  /** What runs on the desk; without it the desk's own. */
  readonly load?: HostOptions['load'];
};

/** Runs the demo on a desk of its own. */
export const runDemo = async ({ dataDir, keepFiles, progress, load }: Options): Promise<DemoResult> => {
  const startedAt = performance.now();
  const folder = dataDir ?? (await mkdtemp(join(tmpdir(), 'subsidy-demo-')));
  const host = await openHost(folder, load);
  try {
    progress.begin('登记数据 registers loaded', 5);
    await loadSample(host);
    host.markSampleLoaded();
    progress.set(5);
    progress.end();
    const result = await play(createCrew(host), host, join(folder, exportFolder), progress);
    return { ...result, seconds: (performance.now() - startedAt) / 1000 };
  } finally {
    await host.stop();
    if (dataDir === undefined) await clear(folder, keepFiles ? exportFolder : undefined);
  }
};
