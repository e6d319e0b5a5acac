import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, expect, test } from 'vitest';
import * as z from 'zod';
import { runDemo } from '../../infra/cli/demo/run-demo.ts';
import { createProgress } from '../../infra/cli/progress.ts';
import { forbiddenDeeds } from '../support/forbidden-deeds.ts';
import { foundIn } from '../support/found-in.ts';
import { createRecorder } from '../support/recorder.ts';

const printed = z.object({
  claims: z.int(),
  byOutcome: z.array(z.object({ instrument: z.string(), outcome: z.string(), claims: z.int() })),
  refusals: z.array(
    z.object({ clause: z.string(), reason: z.string(), outcome: z.string(), claims: z.int() }),
  ),
  money: z.array(z.object({ county: z.string(), instrument: z.string(), claims: z.int(), paidFen: z.int() })),
  funds: z.array(
    z.object({
      county: z.string(),
      sanctionedFen: z.int(),
      reservedFen: z.int(),
      paidFen: z.int(),
      availableFen: z.int(),
    }),
  ),
  queues: z.array(z.object({ kind: z.string(), decided: z.int(), oldestDays: z.int() })),
  stories: z.record(z.string(), z.int()),
});

let folder: string;
let figures: z.infer<typeof printed>;

/** Played in this process, so that what each function does with the table can be watched too. */
const recorder = createRecorder();
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'subsidy-test-demo-'));
  const dataDir = join(folder, 'desk');
  const progress = createProgress(true);
  const result = await runDemo({ dataDir, keepFiles: false, progress, load: recorder.load });
  figures = printed.parse({ ...result.figures, stories: result.stories });
}, 300_000);
afterAll(async () => {
  recorder.stop();
  await rm(folder, { recursive: true, force: true });
});

test('on the way of a county’s 344 claims no function does what it is not allowed to', () => {
  expect(recorder.deeds().size).toBeGreaterThan(25);
  expect(forbiddenDeeds(recorder.deeds())).toEqual([]);
});

const sum = <Item>(items: readonly Item[], of: (item: Item) => number) =>
  items.reduce((total, item) => total + of(item), 0);

test('every claim comes to an end, those too that waited for a figure of the county', () => {
  const rows = figures.byOutcome
    .filter(({ claims }) => claims > 0)
    .map(({ instrument, outcome, claims }) => `${instrument} ${outcome} ${claims}`);
  expect(rows).toEqual([
    'TRANSPORT_SUBSIDY PAID 93',
    'TRANSPORT_SUBSIDY REFUSED_BY_RULE 23',
    'TRANSPORT_SUBSIDY REFUSED_BY_OFFICER 5',
    'PLACEMENT_SUBSIDY PAID 57',
    'PLACEMENT_SUBSIDY REFUSED_BY_RULE 11',
    'PLACEMENT_SUBSIDY REFUSED_BY_OFFICER 3',
    'OVERSEAS_SUBSIDY PAID 2',
    'TRAINING_SUBSIDY PAID 3',
    'TRAINING_SUBSIDY REFUSED_BY_RULE 1',
    'HIRING_SUBSIDY PAID 5',
    'HIRING_SUBSIDY REFUSED_BY_RULE 1',
    'FARM_HIRING_SUBSIDY PAID 2',
    'SOCIAL_INSURANCE_SUBSIDY PAID 2',
    'WORKSHOP_RECOGNITION PAID 1',
    'BASE_AWARD PAID 1',
    'RETENTION_ALLOWANCE PAID 111',
    'RETENTION_ALLOWANCE REFUSED_BY_RULE 16',
    'RETENTION_ALLOWANCE REFUSED_BY_OFFICER 3',
    'PUBLIC_WORKS_POST PAID 2',
    'UNEMPLOYMENT_ASSISTANCE PAID 2',
  ]);
  expect(figures.claims).toBe(sum(figures.byOutcome, ({ claims }) => claims));
});

test('each refusal has a reason of its clause', () => {
  expect(figures.refusals.map(({ clause, reason, claims }) => `${clause} ${reason} ${claims}`)).toEqual([
    '三.2 NOT_PASSED 1',
    '二.1 DUPLICATE 3',
    '二.1 NOT_ORGANISED 4',
    '二.1 NOT_OUTSIDE_COUNTY 3',
    '二.1 NOT_REGISTERED_POOR 5',
    '二.1 NO_COST_INCURRED 5',
    '二.1 OVERSEAS_TRAVEL 2',
    '二.1 REGISTER_DOES_NOT_KNOW 3',
    '二.1 UNDER_AGE 3',
    '二.2 CONTRACT_TOO_SHORT 2',
    '二.2 DUPLICATE 3',
    '二.2 EMPLOYER_IS_APPLICANT 1',
    '二.2 NOT_REGISTERED_POOR 2',
    '二.2 OUT_OF_WINDOW 3',
    '二.2 OVERSEAS_NOT_TIERED 1',
    '二.2 REGISTER_DOES_NOT_KNOW 2',
    '六.2 NOT_ABLE_TO_WORK 2',
    '六.2 NOT_REGISTERED_POOR 3',
    '六.2 NO_COUNTED_MONTH 2',
    '六.2 REGISTER_DOES_NOT_KNOW 3',
    '六.2 WRONG_EMPLOYMENT_KIND 9',
    '四.3 PAY_SHORT 1',
  ]);
});

test('the money of each county and subsidy is that of the rules, and the funds have paid exactly it, with the supplement and less what came back', () => {
  expect(
    figures.money
      .filter(({ paidFen }) => paidFen > 0)
      .map(({ county, instrument, paidFen }) => `${county} ${instrument} ${paidFen}`),
  ).toEqual([
    '141124 TRANSPORT_SUBSIDY 3639250',
    '141124 PLACEMENT_SUBSIDY 5120000',
    '141124 OVERSEAS_SUBSIDY 600000',
    '141124 TRAINING_SUBSIDY 450000',
    '141124 HIRING_SUBSIDY 600000',
    '141124 FARM_HIRING_SUBSIDY 240000',
    '141124 SOCIAL_INSURANCE_SUBSIDY 426600',
    '141124 BASE_AWARD 10000000',
    '141124 RETENTION_ALLOWANCE 7560000',
    '141124 PUBLIC_WORKS_POST 240000',
    '141124 UNEMPLOYMENT_ASSISTANCE 360000',
    '140925 TRANSPORT_SUBSIDY 214800',
    '140925 RETENTION_ALLOWANCE 1040000',
  ]);
  for (const { county, sanctionedFen, reservedFen, paidFen, availableFen } of figures.funds) {
    const paidForClaims = sum(
      figures.money.filter((row) => row.county === county),
      (row) => row.paidFen,
    );
    const { supplementFen = 0, recoveredFen = 0 } = county === '141124' ? figures.stories : {};
    expect(paidFen).toBe(paidForClaims + supplementFen - recoveredFen);
    expect({ reservedFen, availableFen }).toEqual({ reservedFen: 0, availableFen: sanctionedFen - paidFen });
  }
});

test('the stories are told: figures that were set, a correction, an objection, a second approval, a payment that came back, a line that was worth more, a job that had ended', () => {
  expect(figures.stories).toEqual({
    valuesSet: 5,
    corrected: 1,
    objections: 1,
    secondApprovals: 2,
    bankReturns: 1,
    changedFacts: 2,
    supplements: 1,
    supplementFen: 100_000,
    recoveredFen: 40_000,
  });
  expect(figures.queues.map(({ kind, decided }) => `${kind} ${decided}`)).toEqual([
    'VERIFY 24',
    'REEXAMINE 1',
    'FACTS_CHANGED 2',
    'APPROVE 222',
    'SECOND_APPROVE 2',
  ]);
});

test('the files for the bank hold every payout once, the re-issued one twice, and only finance can read them', async () => {
  const exports = join(folder, 'desk', 'exports');
  const names = (await readdir(exports)).sort();
  expect(names).toHaveLength(5);
  const rows = await Promise.all(
    names.map(async (name) => {
      expect((await stat(join(exports, name))).mode & 0o077).toBe(0);
      const table: string[][] = parse(await readFile(join(exports, name)), { bom: true, from: 2 });
      return table.slice(0, -1);
    }),
  );
  const all = rows.flat();
  expect(all).toHaveLength(222);
  expect(new Set(all.map(([payoutId]) => payoutId)).size).toBe(222);
  const paid = sum(figures.money, ({ paidFen }) => paidFen);
  const bouncedTwice = sum(all, (row) => Number(row.at(-1))) - paid - (figures.stories['supplementFen'] ?? 0);
  expect(bouncedTwice).toBe(60_000);
});

const samples = fileURLToPath(new URL('../../infra/local/sample/', import.meta.url));
const filesIn = async (path: string): Promise<string[]> => {
  const names = (await readdir(path, { recursive: true })).map((name) => join(path, name));
  const isFile = await Promise.all(names.map(async (name) => (await stat(name)).isFile()));
  return names.filter((_, index) => isFile[index]);
};

test('but for those files, nothing in the desk’s folder holds a name, an id, a phone or an account in clear', async () => {
  const tables = (await filesIn(samples)).filter((name) => name.endsWith('.csv'));
  const personal = new Set<string>();
  for (const table of tables) {
    const rows: Record<string, string>[] = parse(await readFile(table), { bom: true, columns: true });
    for (const [column, value] of rows.flatMap((row) => Object.entries(row)))
      if (/公民身份号码|姓名|手机|账号|收款人/.test(column) && value.length > 1) personal.add(value);
  }
  expect(personal.size).toBeGreaterThan(900);
  const kept = (await filesIn(join(folder, 'desk'))).filter((name) => !name.includes('/exports/'));
  const all = Buffer.concat(await Promise.all(kept.map((name) => readFile(name))));
  expect([all.includes('A20200615-'), all.includes('样**')]).toEqual([true, true]);
  expect(foundIn(all, personal)).toHaveLength(0);
});
