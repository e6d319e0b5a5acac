import { problemBody } from '../../../functions/contracts/api/problem-body.ts';
import { CliError } from '../cli-error.ts';
import { pick } from './pick.ts';

const isJson = (response: Response): boolean =>
  /[/+]json\b/u.test(response.headers.get('content-type') ?? '');

/** What the desk refused, for a person: its code and sentence, then a line for each field. */
const refusalOf = (answer: unknown, status: number): CliError => {
  const found = problemBody.safeParse(answer);
  if (!found.success) return new CliError(`HTTP_${status}`, 'The desk refused and did not say why.', 1);
  const { code, detail, messageZh, errors = [] } = found.data;
  const fields = errors.map(({ path, message }) => `\n  ${path}: ${message}`).join('');
  return new CliError(code, `${detail} ${messageZh}${fields}`, 1);
};

/**
 * The answer as it is printed: JSON with its lines apart, or the one field that was asked for, or the file.
 * @throws CliError with the desk's own code when it refused
 */
export const answerText = async (response: Response, field: string | undefined): Promise<string> => {
  const answer: unknown = isJson(response) ? await response.json() : await response.text();
  if (!response.ok) throw refusalOf(answer, response.status);
  if (field !== undefined) return pick(answer, field);
  return typeof answer === 'string' ? answer.trimEnd() : JSON.stringify(answer, null, 2);
};
