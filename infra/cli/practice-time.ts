import * as z from 'zod';
import { isoDate, type Instant } from '../../functions/contracts/scalars.ts';
import { readFileIfThere } from '../local/secret-file.ts';
import { CliError } from './cli-error.ts';
import { askDesk, type RunningDesk } from './running-desk.ts';

const answer = z.object({ now: z.iso.datetime(), aheadSeconds: z.number() });
export type PracticeTime = z.infer<typeof answer>;

const noClock = () =>
  new CliError(
    'NO_PRACTICE_CLOCK',
    'This desk keeps real time: only a practice desk has a clock to move.',
    1,
  );

/** What time it is at the desk; undefined where there is no practice clock. */
export const readTime = async (desk: RunningDesk): Promise<PracticeTime | undefined> => {
  const response = await askDesk(desk, '/practice/clock');
  return response.ok ? answer.parse(await response.json()) : undefined;
};

/** The desk's time; real time where it cannot be moved. */
export const deskNow = async (desk: RunningDesk): Promise<Instant> =>
  (await readTime(desk))?.now ?? new Date().toISOString();

const units = { d: 86_400, h: 3_600, m: 60 } as const;

/** `8d`, `12h`, `30m` in seconds. @throws CliError DURATION_WRONG */
export const secondsOf = (text: string): number => {
  const [, count, unit] = /^(\d{1,4})([dhm])$/.exec(text) ?? [];
  if (count === undefined || (unit !== 'd' && unit !== 'h' && unit !== 'm'))
    throw new CliError('DURATION_WRONG', `${text} is no duration. Write 8d, 12h or 30m.`);
  return Number(count) * units[unit];
};

/** Nine in the morning of a date in Shanghai; an instant stands as it is. @throws CliError DATE_WRONG */
export const instantOfText = (text: string): Instant => {
  if (isoDate.safeParse(text).success) return `${text}T01:00:00.000Z`;
  const instant = z.iso.datetime({ offset: true }).safeParse(text);
  if (instant.success) return new Date(instant.data).toISOString();
  throw new CliError('DATE_WRONG', `${text} is no date. Write 2020-06-22 or 2020-06-22T01:00:00Z.`);
};

/** Moves the practice clock forward. @throws CliError when the desk refuses, with its own words */
export const moveTime = async (
  desk: RunningDesk,
  move: { readonly advanceSeconds: number } | { readonly to: Instant },
): Promise<PracticeTime> => {
  const key = readFileIfThere(desk.file('secrets/practice-key'));
  if (key === undefined) throw noClock();
  const response = await askDesk(desk, '/practice/clock', {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-practice-key': key },
    body: JSON.stringify(move),
  });
  if (response.ok) return answer.parse(await response.json());
  if (response.status === 404) throw noClock();
  const problem = z.object({ detail: z.string() }).safeParse(await response.json());
  throw new CliError('CLOCK_NOT_MOVED', problem.data?.detail ?? `The desk answered ${response.status}.`, 1);
};
