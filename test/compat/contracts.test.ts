import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { openTaskInput } from '../../functions/contracts/steps.ts';
import { waitAnswers } from '../../functions/contracts/wait-answers.ts';
import { breaksBetween, type States } from './breaks-between.ts';
import { describeContracts, steps, todaysContracts, type Shapes } from './contracts.ts';
import { frozenReleases, todaysMachines } from './frozen.ts';

const today = todaysContracts();
const application = 'application.asl.json';
const machineOf = (machines: ReadonlyMap<string, States>, file = application): States =>
  machines.get(file) ?? expect.unreachable(`no ${file}`);

test('today’s machines and today’s functions understand each other', () => {
  for (const states of todaysMachines().values()) expect(breaksBetween(states, today, today)).toEqual([]);
});

test('at least one release is frozen', () => expect(frozenReleases()).not.toEqual([]));

describe.each(frozenReleases())('$name', ({ contracts, machines }) => {
  test('its executions go on after today’s functions are deployed', () => {
    for (const states of machines.values()) expect(breaksBetween(states, contracts, today)).toEqual([]);
  });

  test('today’s executions go on after its functions are put back', () => {
    for (const file of machines.keys())
      expect(breaksBetween(machineOf(todaysMachines(), file), today, contracts)).toEqual([]);
  });
});

describe('a breaking change is refused, with what would break and where', () => {
  const [old] = frozenReleases();
  const refusals = (
    functions: Shapes,
    answers: Readonly<Record<string, z.ZodType>> = waitAnswers,
  ): string[] =>
    old === undefined
      ? expect.unreachable('nothing is frozen')
      : breaksBetween(machineOf(old.machines), old.contracts, describeContracts(functions, answers));
  const back = (functions: Shapes): string[] =>
    old === undefined
      ? expect.unreachable('nothing is frozen')
      : breaksBetween(machineOf(todaysMachines()), describeContracts(functions, waitAnswers), old.contracts);

  test('a renamed field of an input', () => {
    const { payoutId: renamed, ...rest } = steps.PayApplication.input.shape;
    const input = z.strictObject({ ...rest, payout: renamed });
    expect(refusals({ ...steps, PayApplication: { ...steps.PayApplication, input } })).toEqual([
      'PayApplication does not send payout, which PayApplication requires',
      'PayApplication sends payoutId, which PayApplication refuses',
    ]);
  });

  test('a new required field', () => {
    const input = steps.CloseApplication.input.extend({ division: z.string() });
    expect(refusals({ ...steps, CloseApplication: { ...steps.CloseApplication, input } })).toEqual([
      'CloseApplication does not send division, which CloseApplication requires',
    ]);
    const optional = steps.CloseApplication.input.extend({ division: z.string().optional() });
    expect(refusals({ ...steps, CloseApplication: { ...steps.CloseApplication, input: optional } })).toEqual(
      [],
    );
  });

  test('a field in another form', () => {
    const input = steps.PublishNotice.input.extend({ noticeEndsAt: z.iso.date() });
    expect(refusals({ ...steps, PublishNotice: { ...steps.PublishNotice, input } })).toEqual([
      'AwaitNotice sends noticeEndsAt in a form that PublishNotice may refuse',
    ]);
  });

  test('a dropped word of an input', () => {
    const input = openTaskInput.extend({ kind: openTaskInput.shape.kind.exclude(['CORRECT_PAYEE']) });
    expect(refusals({ ...steps, OpenTask: { ...steps.OpenTask, input } })).toEqual([
      'CorrectPayee sends kind = CORRECT_PAYEE, a word OpenTask does not know',
    ]);
  });

  test('a new word of an answer; a word that is answered no more breaks nothing', () => {
    const more = steps.CheckApplication.output.extend({
      outcome: z.enum([...steps.CheckApplication.output.shape.outcome.options, 'DEFERRED']),
    });
    expect(refusals({ ...steps, CheckApplication: { ...steps.CheckApplication, output: more } })).toEqual([
      'RouteCheck has no branch for DEFERRED, which CheckApplication may answer to CheckApplication',
    ]);
    const fewer = steps.CheckApplication.output.extend({
      outcome: steps.CheckApplication.output.shape.outcome.exclude(['MORE']),
    });
    expect(refusals({ ...steps, CheckApplication: { ...steps.CheckApplication, output: fewer } })).toEqual(
      [],
    );
  });

  test('a new word of a person', () => {
    const PAY = waitAnswers.PAY.extend({ decision: z.enum(['PAID', 'RETURNED_BY_BANK', 'HELD']) });
    expect(refusals(steps, { ...waitAnswers, PAY })).toEqual([
      'RoutePayment has no branch for HELD, which PayApplication may answer to PayApplication',
    ]);
  });

  test('an answer’s field that comes no more, or not always', () => {
    const output = steps.CheckApplication.output.omit({ division: true });
    expect(refusals({ ...steps, CheckApplication: { ...steps.CheckApplication, output } })).toEqual([
      'CheckApplication reads division, which CheckApplication never answers',
    ]);
    const sometimes = steps.CheckApplication.output.partial({ division: true });
    expect(
      refusals({ ...steps, CheckApplication: { ...steps.CheckApplication, output: sometimes } }),
    ).toEqual(['CheckApplication reads division, which CheckApplication does not always answer']);
  });

  test('a function that is gone', () => {
    const rest = Object.entries(steps).filter(([name]) => name !== 'CloseApplication');
    expect(refusals(Object.fromEntries(rest))).toEqual([
      'CloseApplication calls CloseApplication, which does not exist',
    ]);
  });

  test('a field the machine sends already, which the functions before it would refuse after a rollback', () => {
    expect(back(steps)).toEqual([]);
    const [states] = [machineOf(todaysMachines())];
    const close = states['CloseApplication'] ?? expect.unreachable();
    const { Arguments } = close as { Arguments?: { Payload: object } };
    const eager: States = {
      ...states,
      CloseApplication: {
        ...close,
        Arguments: { ...Arguments, Payload: { ...Arguments?.Payload, division: '{% $division %}' } },
      },
    };
    expect(breaksBetween(eager, today, old?.contracts ?? today)).toEqual([
      'CloseApplication sends division, which CloseApplication refuses',
    ]);
  });
});
