import { PolicyCaseError } from '../../../functions/rules/cases/case-records.ts';
import { decideCase, type CaseAnswer } from '../../../functions/rules/cases/decide-case.ts';
import { CliError } from '../cli-error.ts';
import type { Cases, Expectation } from './read-cases.ts';

export type Judged = CaseAnswer & {
  /** Whether the file says what should come out. */
  readonly expected: boolean;
  /** What came out otherwise than the file says. */
  readonly differences: readonly string[];
};

const compared = ['decision', 'amountFen', 'reasonCode'] as const;

const differencesOf = (answer: CaseAnswer, expectation: Expectation | undefined): string[] =>
  compared.flatMap((name) => {
    const wanted = expectation?.[name];
    return wanted === undefined || wanted === answer[name]
      ? []
      : [`${name} is ${answer[name]}, expected ${wanted}`];
  });

/** Decides the cases, each as the desk would. @throws CliError CASE_WRONG naming the case */
export const assessCases = ({ cases, expected, ...world }: Cases, instrument: string | undefined): Judged[] =>
  cases
    .filter((one) => instrument === undefined || one.instrument === instrument)
    .map((one) => {
      try {
        const answer = decideCase(one, world);
        const hoped = expected.get(one.id);
        return { ...answer, expected: hoped !== undefined, differences: differencesOf(answer, hoped) };
      } catch (error) {
        if (!(error instanceof PolicyCaseError)) throw error;
        throw new CliError('CASE_WRONG', error.message.replaceAll(/\s+/gu, ' '), 2, { cause: error });
      }
    });
