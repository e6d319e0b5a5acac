import { describe, expect, test } from 'vitest';
import { subjects } from '../../test/oracle/subjects.ts';
import { lineAssessment } from '../contracts/assessment.ts';
import type {
  EmploymentSpell,
  OtherBenefit,
  WageTransfer,
  WorkerRecord,
} from '../contracts/registers/worker.ts';
import { assessLine, parseFacts, type LineFacts } from './assess-line.ts';
import { isKnown, type Lookup } from './facts.ts';

/** Enough to meet every outcome; `npm run -s oracle` asks many more. */
const cases = 150;

const source = { register: 'WORKERS', asOf: '2020-07-01', version: 1 };

/**
 * Of eleven years ago, and about nothing that is claimed. Only unemployment assistance asks which job was the last, so
 * there a job of those days is none of it.
 */
const job: EmploymentSpell = {
  spellId: 'S-OLD',
  kind: 'LOCAL_ENTERPRISE',
  employerCode: '91140200MA0TYYY99U',
  employerName: '旧单位',
  workplace: '110105',
  startsOn: '2009-01-01',
  endsOn: '2009-03-31',
  wageProof: true,
  source,
};
const wage: WageTransfer = {
  month: '2009-02',
  employerCode: '91140200MA0TYYY99U',
  paidFen: 1,
  paidOn: '2009-02-28',
  source,
};
const benefit: OtherBenefit = { kind: 'JOB_SEEKING_SUBSIDY', month: '2009-02', amountFen: 1, source };

type Known = Lookup<WorkerRecord>;

const withHistory = (worker: Known, asksForJobs: boolean): Known =>
  isKnown(worker)
    ? {
        ...worker,
        spells: asksForJobs ? worker.spells : [job, ...worker.spells],
        wages: [wage, ...worker.wages],
        otherBenefits: [benefit, ...worker.otherBenefits],
      }
    : worker;

const withOldTimes = (facts: LineFacts): LineFacts => {
  const asksForJobs = facts.instrument === 'UNEMPLOYMENT_ASSISTANCE';
  if (!('roster' in facts)) return { ...facts, worker: withHistory(facts.worker, asksForJobs) };
  const roster = facts.roster.map((one) => ({ ...one, worker: withHistory(one.worker, asksForJobs) }));
  return { ...facts, roster };
};

const decided = ({ outcome, amountFen, entitlements, reasons }: ReturnType<typeof assessLine>) => ({
  outcome,
  amountFen,
  entitlements,
  reasons,
});

describe.each(subjects)('$instrument, whatever the facts', ({ given }) => {
  const lines = [...given(cases)].map((line) => ({ ...line, said: assessLine(line.facts, line.rules) }));

  test('a job, wages and a benefit of eleven years ago change nothing', () => {
    for (const { facts, rules, said } of lines)
      expect(decided(assessLine(withOldTimes(facts), rules))).toEqual(decided(said));
  });

  test('a decision that is read back from its record comes out the same, word for word', () => {
    for (const { facts, rules, said } of lines) {
      const stored = parseFacts(facts.instrument, JSON.parse(JSON.stringify(facts)));
      expect(JSON.stringify(assessLine(stored, rules))).toBe(JSON.stringify(said));
      expect(lineAssessment.parse(said)).toEqual(said);
    }
  });

  test('no period is earned twice', () => {
    for (const { said } of lines) {
      const periods = said.entitlements.map(({ period }) => period);
      expect(new Set(periods).size).toBe(periods.length);
    }
  });

  test('no amount is negative, the parts are the sum, and whoever is refused or waits for a figure gets nothing', () => {
    for (const { said } of lines) {
      const parts = said.entitlements.map(({ amountFen }) => amountFen);
      expect(Math.min(0, ...parts)).toBe(0);
      expect(parts.reduce((sum, fen) => sum + fen, 0)).toBe(said.amountFen);
      if (said.outcome === 'REJECT' || said.outcome === 'NOT_CONFIGURED') expect(parts).toEqual([]);
    }
  });
});
