import { readFile } from 'node:fs/promises';
import * as z from 'zod';
import { caseFile, type CaseFile } from '../../../functions/rules/cases/case-file.ts';
import { codeOf } from '../../local/host-error.ts';
import { CliError } from '../cli-error.ts';

/** What a case should come to; a figure that is not named is not compared. */
const expectation = z.object({
  decision: z.string().optional(),
  amountFen: z.number().optional(),
  reasonCode: z.string().optional(),
});
export type Expectation = z.infer<typeof expectation>;

const expectations = z.object({
  cases: z.array(z.object({ id: z.string(), expect: expectation.optional() })),
});

const listOfCases = z.object({ cases: z.array(z.unknown()) });

export type Cases = CaseFile & { readonly expected: ReadonlyMap<string, Expectation> };

const parseJson = (text: string, file: string): unknown => {
  try {
    return JSON.parse(text.replace(/^\ufeff/u, ''));
  } catch (error) {
    const why = error instanceof SyntaxError ? error.message.replaceAll(/\s+/gu, ' ') : codeOf(error);
    throw new CliError('CASES_NOT_JSON', `${file} is not JSON: ${why}`);
  }
};

const first = ({ issues: [issue] }: z.ZodError): string =>
  issue === undefined ? '' : `${issue.path.join('.') || 'the file'}: ${issue.message}`;

const mustBeDistinct = (ids: readonly string[], file: string): void => {
  const twice = ids.find((id, index) => ids.indexOf(id) !== index);
  if (twice !== undefined) throw new CliError('CASES_WRONG', `${file} has two cases with the id ${twice}.`);
};

/**
 * Reads a file in the format of the policy cases.
 * @throws CliError CASES_NOT_READ, CASES_NOT_JSON or CASES_WRONG
 */
export const readCases = async (file: string): Promise<Cases> => {
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    throw new CliError('CASES_NOT_READ', `${file} cannot be read (${codeOf(error)}).`);
  });
  const content = parseJson(text, file);
  if (!listOfCases.safeParse(content).success)
    throw new CliError('CASES_WRONG', `${file} has no list named "cases".`);
  const parsed = caseFile.safeParse(content);
  if (!parsed.success)
    throw new CliError('CASES_WRONG', `${file} is not a file of cases: ${first(parsed.error)}`);
  const hoped = expectations.safeParse(content);
  if (!hoped.success)
    throw new CliError('CASES_WRONG', `${file} is not a file of cases: ${first(hoped.error)}`);
  mustBeDistinct(
    parsed.data.cases.map(({ id }) => id),
    file,
  );
  const expected = hoped.data.cases.flatMap(({ id, expect }) =>
    expect === undefined ? [] : [[id, expect] as const],
  );
  return { ...parsed.data, expected: new Map(expected) };
};
