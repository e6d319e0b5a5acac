import { setTimeout as pause } from 'node:timers/promises';
import {
  getDivisionSummaryOperation,
  type DivisionSummary,
} from '../../../functions/contracts/api/divisions.ts';
import type { ApplicationState } from '../../../functions/contracts/application.ts';
import { CliError } from '../cli-error.ts';
import { counties, staff, type Crew } from './crew.ts';

const inState = ({ byState }: DivisionSummary, ...states: readonly ApplicationState[]): number =>
  byState
    .filter(({ state }) => states.includes(state))
    .reduce((sum, { applications }) => sum + applications, 0);

export const waiting = (
  { queues }: DivisionSummary,
  ...kinds: readonly DivisionSummary['queues'][number]['kind'][]
): number => queues.filter(({ kind }) => kinds.includes(kind)).reduce((sum, { open }) => sum + open, 0);

/** Nothing is on its way: every application waits for a person, a day, or nothing any more. */
const isSettled = (summary: DivisionSummary): boolean =>
  inState(summary, 'SUBMITTED', 'APPROVED') === 0 &&
  // A claim whose figure is not set yet stays with the check.
  inState(summary, 'CHECKING') <= waiting(summary, 'CONFIGURE') &&
  inState(summary, 'IN_VERIFICATION') <= waiting(summary, 'VERIFY', 'REEXAMINE', 'OPERATE') &&
  inState(summary, 'IN_APPROVAL') <= waiting(summary, 'APPROVE', 'SECOND_APPROVE', 'OPERATE');

export const summaries = (crew: Crew): Promise<DivisionSummary[]> =>
  Promise.all(
    counties.map((division) =>
      crew.as(staff[division].verifier, getDivisionSummaryOperation, { params: { division } }),
    ),
  );

const pollMs = 40;
const patience = 1500;
/** A step that failed and is to be tried again waits for the desk's clock, which stands still. */
const nudgeEvery = 50;

/** @throws CliError DEMO_STUCK with what is still under way, after a minute without an end */
export const settle = async (
  crew: Crew,
  also: (all: readonly DivisionSummary[]) => boolean = () => true,
): Promise<void> => {
  for (let polls = 1; polls <= patience; polls += 1) {
    const all = await summaries(crew);
    if (all.every(isSettled) && also(all)) return;
    if (polls % nudgeEvery === 0) await crew.wait(1 / 120);
    await pause(pollMs);
  }
  const states = (await summaries(crew)).flatMap(({ byState }) => byState);
  const left = states.map(({ state, applications }) => `${state} ${applications}`).join(', ');
  throw new CliError('DEMO_STUCK', `The desk does not come to rest: ${left}.`, 1);
};

export const noneIn =
  (...states: readonly ApplicationState[]) =>
  (all: readonly DivisionSummary[]): boolean =>
    all.every((summary) => inState(summary, ...states) === 0);
