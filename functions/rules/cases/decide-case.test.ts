import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { instrumentCodes } from '../../contracts/instruments.ts';
import { caseFile } from './case-file.ts';
import { decideCase } from './decide-case.ts';

const file: unknown = JSON.parse(
  readFileSync(new URL('../../../../shared/policy/cases.json', import.meta.url), 'utf8'),
);
const { cases, ...world } = caseFile.parse(file);
const expected = z
  .object({
    cases: z.array(
      z.object({
        id: z.string(),
        title: z.string(),
        expect: z.object({ decision: z.string(), amountFen: z.int(), reasonCode: z.string() }),
      }),
    ),
  })
  .parse(file).cases;

const isOpen = ({ instrument }: { instrument: string }) =>
  instrumentCodes.some((open) => open === instrument);

describe('the policy cases', () => {
  test('none of an instrument that the desk knows is left out', () => {
    expect(cases.filter(isOpen).length).toBeGreaterThanOrEqual(13);
  });

  test.each(cases.filter(isOpen))('$id ($instrument) is decided as the policy says', (policyCase) => {
    const { decision, amountFen, reasonCode, reasons } = decideCase(policyCase, world);
    const wanted = expected.find(({ id }) => id === policyCase.id)?.expect;
    expect({ decision, amountFen, reasonCode }).toEqual(wanted);
    // Each of them is decided by one thing alone.
    expect(reasons).toEqual([wanted?.reasonCode]);
  });

  test.each(cases.filter((one) => !isOpen(one)))(
    '$id ($instrument) is not decided yet, and says so',
    (one) => {
      expect(decideCase(one, world)).toMatchObject({ decision: 'NOT_SUPPORTED', amountFen: 0, lines: [] });
    },
  );
});
