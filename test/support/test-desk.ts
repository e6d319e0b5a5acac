import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { PutCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import type { Actor, Role } from '../../functions/contracts/actor.ts';
import type { ApplicationHead, ApplicationId, Draft } from '../../functions/contracts/application.ts';
import type { NumberedLine } from '../../functions/contracts/numbered-line.ts';
import { taskId, type Decision, type TaskId } from '../../functions/contracts/queue.ts';
import type { WorkerRecord } from '../../functions/contracts/registers/worker.ts';
import type { OrganisationRecord } from '../../functions/contracts/registers/organisation.ts';
import {
  checkApplicationInput,
  checkApplicationOutput,
  closeApplicationInput,
  closeApplicationOutput,
  endApplicationInput,
  endApplicationOutput,
  openTaskInput,
  payApplicationInput,
  publishNoticeInput,
  waitingOutput,
} from '../../functions/contracts/steps.ts';
import { newApplicationId } from '../../functions/platform/ids.ts';
import { TransientError } from '../../functions/platform/errors.ts';
import type { Executions } from '../../functions/platform/executions.ts';
import type { Machine } from '../../functions/platform/machine.ts';
import { asTask } from '../../functions/platform/task.ts';
import { dayOf, instantOf } from '../../functions/platform/time.ts';
import { randomVault } from './random-vault.ts';
import { addLines } from '../../functions/store/add-lines.ts';
import { checkApplication } from '../../functions/store/check/check-application.ts';
import { closeApplication } from '../../functions/store/close-application.ts';
import { createDraft } from '../../functions/store/create-draft.ts';
import { decideTask } from '../../functions/store/decisions/decide-task.ts';
import type { TaskDecision } from '../../functions/store/decisions/decision.ts';
import type { Delivery, Outcome } from '../../functions/store/delivery.ts';
import type { Desk } from '../../functions/store/desk.ts';
import { endApplication } from '../../functions/store/end-application.ts';
import type { Idempotency, Receipt } from '../../functions/store/idempotency.ts';
import { fundKey, organisationKey, workerKey } from '../../functions/store/keys.ts';
import { bookPayout } from '../../functions/store/payouts/book-payout.ts';
import { listPayouts } from '../../functions/store/payouts/list-payouts.ts';
import { readHead } from '../../functions/store/read-application.ts';
import { sealIdentity } from '../../functions/store/registers/sealed-identity.ts';
import { submitApplication } from '../../functions/store/submit-application.ts';
import { claimTask } from '../../functions/store/tasks/claim-task.ts';
import { openTask } from '../../functions/store/waits/open-task.ts';
import { makePayable } from '../../functions/store/waits/make-payable.ts';
import { publishNotice } from '../../functions/store/waits/publish-notice.ts';
import { virtualClock } from '../../infra/local/clock.ts';
import { createEngine } from '../../infra/local/states/engine.ts';
import { ServiceError } from '../../infra/local/states/errors.ts';
import type { InvokeResult } from '../../infra/local/states/options.ts';
import { startTestDatabase } from './database.ts';

export const county = '141124';

export const person = (id: string, roles: Role[], rest: Partial<Actor> = {}): Actor => ({
  id,
  name: `测试${id}`,
  roles,
  division: county,
  ...rest,
});

export const people = {
  village: person('village-1', ['VILLAGE_ASSISTANT']),
  agency: person('agency-1', ['INTERMEDIARY'], { organisationId: '91140106MA0TAAA172' }),
  otherAgency: person('agency-2', ['INTERMEDIARY'], { organisationId: '91140106MA0TAAA25W' }),
  verifier: person('verifier-1', ['COUNTY_VERIFIER']),
  reviewer: person('reviewer-1', ['COUNTY_REVIEWER']),
  approver: person('approver-1', ['COUNTY_APPROVER']),
  secondApprover: person('approver-2', ['COUNTY_APPROVER']),
  finance: person('finance-1', ['FINANCE_OFFICER']),
  ruleAdmin: person('rules-1', ['RULE_ADMIN']),
  operator: person('operator-1', ['OPERATOR']),
};

type Handler = (event: unknown) => Promise<unknown>;
type Wrapped = (event: unknown, context: never) => Promise<unknown>;
/** Stands between the machine and a function, to make it fail or to watch it. */
export type Around = (name: string, work: Handler) => Handler;

export const todaysMachine = readFileSync(
  new URL('../../workflows/application/application.asl.json', import.meta.url),
  'utf8',
);

const stood = z.object({ status: z.string(), output: z.string().optional() });
const history = z.object({
  events: z.array(
    z.looseObject({
      type: z.string(),
      stateEnteredEventDetails: z.looseObject({ name: z.string() }).optional(),
    }),
  ),
});

const executionArnOf = (name: string): string =>
  `arn:aws:states:us-east-1:000000000000:execution:application:${name}`;
const arn = (name: string): string => `arn:aws:lambda:us-east-1:000000000000:function:${name}`;

const failure = (error: unknown): InvokeResult => ({
  outcome: 'functionError',
  payload: {
    errorType: error instanceof Error ? error.name : 'Error',
    errorMessage: error instanceof Error ? error.message : String(error),
  },
});

/**
 * The desk's functions on the real database and the real engine, with a clock the test moves. The HTTP layer is not
 * in it: journeys have that.
 */
export const startTestDesk = async (
  start = '2020-06-15T01:00:00.000Z',
  around: Around = (_name, work) => work,
  machineOfRelease: string = todaysMachine,
  vault = randomVault(),
) => {
  const database = await startTestDatabase();
  const desk: Desk = { table: database.table, vault };
  const clock = virtualClock(Date.parse(start));
  const now = () => instantOf(clock.now());
  /** Calls to Step Functions that get lost after the commit. */
  const lost = { starts: false, answers: false };
  /** Functions whose next answer gets lost, so that the machine calls them again. */
  const twice = new Set<string>();
  const machine: Machine = {
    start: async (id) => {
      const input = JSON.stringify({ applicationId: id });
      try {
        await engine.startExecution({ stateMachineArn, name: id, input });
      } catch (error) {
        if (!(error instanceof ServiceError && error.type === 'ExecutionAlreadyExists')) throw error;
      }
    },
    answer: async (token, output) => {
      try {
        await engine.sendTaskSuccess({ taskToken: token, output });
        return 'ANSWERED';
      } catch (error) {
        if (error instanceof Error && /Task Timed Out|Invalid Token/.test(error.message))
          return 'NOT_AWAITED';
        throw error;
      }
    },
  };
  const handlers: Record<string, Wrapped> = {
    CheckApplication: asTask({
      input: checkApplicationInput,
      output: checkApplicationOutput,
      run: checkApplication(desk),
    }),
    OpenTask: asTask({
      input: openTaskInput,
      output: waitingOutput,
      run: async (input) => {
        await openTask(desk, machine.answer)(input);
        return {};
      },
    }),
    PublishNotice: asTask({
      input: publishNoticeInput,
      output: waitingOutput,
      run: async (input) => {
        await publishNotice(desk, machine.answer)(input);
        return {};
      },
    }),
    PayApplication: asTask({
      input: payApplicationInput,
      output: waitingOutput,
      run: async (input) => {
        await makePayable(desk, machine.answer)(input);
        return {};
      },
    }),
    EndApplication: asTask({
      input: endApplicationInput,
      output: endApplicationOutput,
      run: endApplication(desk),
    }),
    CloseApplication: asTask({
      input: closeApplicationInput,
      output: closeApplicationOutput,
      run: closeApplication(desk),
    }),
  };
  const engine = createEngine({
    place: { memory: true },
    clock,
    invoke: async (name, payload) => {
      const short = name.slice(name.lastIndexOf(':') + 1);
      const handler = handlers[short];
      if (!handler) return { outcome: 'serviceError', name: 'ResourceNotFoundException', message: name };
      try {
        const answer = await around(short, (event) => handler(event, {} as never))(
          JSON.parse(JSON.stringify(payload)),
        );
        if (!twice.delete(short)) return { outcome: 'success', payload: answer };
        throw new TransientError('the answer got lost');
      } catch (error) {
        return failure(error);
      }
    },
  });
  const filled = (definition: string) =>
    definition.replaceAll(/\$\{(\w+)Arn\}/g, (_, name: string) => arn(name));
  const { stateMachineArn } = await engine.createStateMachine({
    name: 'application',
    roleArn: 'arn:aws:iam::000000000000:role/test',
    definition: filled(machineOfRelease),
  });
  /** A deployment: executions under way keep the machine they began with. */
  const deployMachine = (definition: string) =>
    engine.updateStateMachine({ stateMachineArn, definition: filled(definition) });
  /** The machine an execution runs on. */
  const machineOf = (id: ApplicationId) =>
    engine.describeStateMachineForExecution({ executionArn: executionArnOf(id) });

  const request = (operation: string, key = randomUUID()): Idempotency => ({
    key,
    caller: 'test',
    bodyHash: key,
    operation,
  });

  const deliver = async (delivery: Delivery | undefined): Promise<void> => {
    if (delivery?.kind === 'START' && !lost.starts) await machine.start(delivery.applicationId);
    if (delivery?.kind === 'ANSWER' && !lost.answers) await machine.answer(delivery.token, delivery.answer);
    await engine.idle();
  };
  const carryOut = async (outcome: Promise<Outcome>): Promise<Receipt> => {
    const { receipt, delivery } = await outcome;
    await deliver(delivery);
    return receipt;
  };

  const head = async (id: ApplicationId): Promise<ApplicationHead> => {
    const found = await readHead(desk.table, id);
    if (!found) throw new Error(`no application ${id}`);
    return found;
  };

  const file = async (
    draft: Draft,
    lines: NumberedLine[],
    actor: Actor = people.village,
  ): Promise<ApplicationId> => {
    const id = newApplicationId(dayOf(now()));
    let receipt = await createDraft(desk, { id, draft, actor, at: now(), request: request('draft') });
    for (let from = 0; from < lines.length; from += 90)
      receipt = await addLines(desk, {
        id,
        version: receipt.version,
        instrument: draft.instrument,
        lines: lines.slice(from, from + 90),
        actor,
        at: now(),
        request: request('lines'),
      });
    return id;
  };

  const submit = async (id: ApplicationId, actor: Actor = people.village): Promise<Receipt> => {
    const { version } = await head(id);
    return carryOut(submitApplication(desk, { id, version, actor, at: now(), request: request('submit') }));
  };

  const openTaskOf = async (id: ApplicationId): Promise<TaskId> => taskId.parse((await head(id)).wait?.rowId);

  const claim = async (id: ApplicationId, actor: Actor): Promise<Receipt> => {
    const { version } = await head(id);
    return claimTask(desk, {
      id: await openTaskOf(id),
      version,
      actor,
      at: now(),
      request: request('claim'),
    });
  };

  const decide = async (
    id: ApplicationId,
    actor: Actor,
    decision: Decision,
    rest: Partial<Pick<TaskDecision, 'reason' | 'lines' | 'marked'>> = {},
  ): Promise<Receipt> => {
    const { version } = await claim(id, actor);
    return carryOut(
      decideTask(desk, {
        id: await openTaskOf(id),
        version,
        actor,
        at: now(),
        request: request('decide'),
        decision,
        reason: '核实无误',
        ...rest,
      }),
    );
  };

  const payable = async (id: ApplicationId) => {
    const { items } = await listPayouts(desk, { division: county, limit: 100 });
    const found = items.find(({ payout }) => payout.applicationId === id);
    if (!found) throw new Error(`no payable payout of ${id}`);
    return found;
  };

  const book = async (id: ApplicationId, result: 'PAID' | 'RETURNED' = 'PAID'): Promise<Receipt> => {
    const { payout, version } = await payable(id);
    const common = {
      amountFen: payout.amountFen,
      bookedOn: dayOf(now()),
      bankReference: `B-${payout.payoutId}`,
    };
    return carryOut(
      bookPayout(desk, {
        id: payout.payoutId,
        version,
        actor: people.finance,
        at: now(),
        request: request('book'),
        booking:
          result === 'PAID' ? { result, ...common } : { result, ...common, returnReason: 'ACCOUNT_CLOSED' },
      }),
    );
  };

  const advanceDays = async (days: number): Promise<void> => {
    await clock.advance(days * 24 * 3600 * 1000);
    await engine.idle();
  };

  const putWorker = async (citizenId: string, record: Partial<WorkerRecord> = {}): Promise<string> => {
    const subject = desk.vault.lookup('citizen', citizenId);
    const source = { register: 'WORKERS', asOf: '2020-06-01', version: 1 };
    const full: WorkerRecord = {
      subject,
      birthDate: '1985-06-12',
      homeDivision: county,
      povertyStatuses: [{ status: 'REGISTERED_POOR', startsOn: '2014-01-01' }],
      workCapacity: 'ABLE',
      relocated: false,
      spells: [],
      seats: [],
      wages: [],
      contributions: [],
      otherBenefits: [],
      courses: [],
      overseasListings: [],
      circumstances: [],
      source,
      ...record,
    };
    await desk.table.documents.send(
      new PutCommand({
        TableName: desk.table.name,
        Item: {
          ...workerKey(subject),
          revision: 1,
          maskedName: '测*',
          identitySealed: sealIdentity(desk.vault, workerKey(subject).pk, { name: '登记姓名', citizenId }),
          record: full,
        },
      }),
    );
    return subject;
  };

  const putOrganisation = async (record: OrganisationRecord): Promise<void> => {
    await desk.table.documents.send(
      new PutCommand({
        TableName: desk.table.name,
        Item: { ...organisationKey(record.organisationId), revision: 1, record },
      }),
    );
  };

  const putFund = async (sanctionedFen: number, division = county): Promise<void> => {
    await desk.table.documents.send(
      new PutCommand({
        TableName: desk.table.name,
        Item: {
          ...fundKey(division, '2020'),
          division,
          year: '2020',
          sanctionedFen,
          availableFen: sanctionedFen,
          reservedFen: 0,
          paidFen: 0,
          sourceDocument: '测试指标文',
        },
      }),
    );
  };

  const executions: Executions = {
    status: async (name) => {
      try {
        const { status } = stood.parse(
          await engine.describeExecution({ executionArn: executionArnOf(name) }),
        );
        return status === 'RUNNING' ? 'RUNNING' : 'ENDED';
      } catch (error) {
        if (error instanceof ServiceError && error.type === 'ExecutionDoesNotExist') return 'NONE';
        throw error;
      }
    },
    resume: async (name, input) => {
      await engine.startExecution({ stateMachineArn, name, input: JSON.stringify(input) });
      await engine.idle();
    },
    stop: async (name, cause) => {
      await engine.stopExecution({ executionArn: executionArnOf(name), error: 'Replaced', cause });
    },
  };

  const execution = async (id: ApplicationId, name: string = id) => {
    const executionArn = executionArnOf(name);
    const { status, output } = stood.parse(await engine.describeExecution({ executionArn }));
    const { events } = history.parse(await engine.getExecutionHistory({ executionArn, maxResults: 1000 }));
    const visited = events.flatMap((event) => event.stateEnteredEventDetails?.name ?? []);
    return { status, output, visited, events };
  };

  const stop = async (): Promise<void> => {
    await engine.close();
    await database.stop();
  };

  return {
    desk,
    clock,
    engine,
    deployMachine,
    machineOf,
    machine,
    lost,
    twice,
    now,
    request,
    carryOut,
    head,
    file,
    submit,
    claim,
    decide,
    payable,
    book,
    openTaskOf,
    advanceDays,
    putWorker,
    putOrganisation,
    putFund,
    execution,
    executions,
    stop,
  };
};

export type TestDesk = Awaited<ReturnType<typeof startTestDesk>>;
