import { Duration, Stack, type StackProps, TimeZone } from 'aws-cdk-lib';
import type { ManagedPolicy, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import {
  ContextAttribute,
  Schedule,
  ScheduleExpression,
  ScheduleGroup,
  ScheduleTargetInput,
} from 'aws-cdk-lib/aws-scheduler';
import { LambdaInvoke, StepFunctionsStartExecution } from 'aws-cdk-lib/aws-scheduler-targets';
import type { StateMachine } from 'aws-cdk-lib/aws-stepfunctions';
import type { Construct } from 'constructs';
import { readMachines } from '../../local/machines.ts';
import { explain } from '../checks/explain.ts';
import { DeadLetters } from '../constructs/dead-letters.ts';
import { DeskFunction } from '../constructs/desk-function.ts';
import { DeskMachine } from '../constructs/desk-machine.ts';
import { ScheduleRole } from '../constructs/schedule-role.ts';
import { archiveEnvironment, archiveStatements, explainArchive } from '../functions/archive-access.ts';
import { type Means, statementsOf } from '../functions/statements.ts';
import { taskFunctions } from '../functions/task-functions.ts';
import { type Ground, functionDefaults, keepDays, meansOf } from '../ground.ts';
import { machineNameOf } from '../names.ts';

type OwnMeans = {
  readonly statements: PolicyStatement[];
  readonly environment: Record<string, string>;
  /** Answers the findings its statements give rise to. */
  readonly explained: (policy: ManagedPolicy) => void;
};

const workflows = new URL('../../../workflows/', import.meta.url);

/** What goes beyond the table and the machines. */
const ownMeans = ({ data }: Ground): Readonly<Record<string, OwnMeans>> => ({
  ArchiveAudit: {
    statements: archiveStatements(data),
    environment: archiveEnvironment(data),
    explained: (policy) => explainArchive(policy, data),
  },
});

/** An execution's name is its claim's number, which no policy can know. */
const explainExecutions = (policy: ManagedPolicy, { applicationExecutionsArn }: Means): void =>
  explain(
    policy,
    'Any claim’s execution may have to be taken up again; the machine is named, its executions are not.',
    [`AwsSolutions-IAM5[Resource::${applicationExecutionsArn}]`],
  );

/** What happens to a claim between two people: the machines, the functions they call, what runs by the clock. */
export class WorkStack extends Stack {
  readonly machines: ReadonlyMap<string, StateMachine>;
  readonly functions: ReadonlyMap<string, LambdaFunction>;
  readonly deadLetters: DeadLetters;
  readonly schedules: ScheduleGroup;

  constructor(scope: Construct, id: string, ground: Ground, props: StackProps) {
    super(scope, id, props);
    const { settings, data } = ground;
    this.functions = this.makeFunctions(ground);
    this.machines = new Map(
      readMachines(workflows).map(({ name, definition }) => [
        name,
        new DeskMachine(this, `Machine-${name}`, {
          name: machineNameOf(settings, name),
          definition,
          functionOf: (called) => this.functionOf(called),
          key: data.logKey,
          logs: { key: data.logKey, keepDays: keepDays(settings) },
        }).machine,
      ]),
    );
    this.deadLetters = new DeadLetters(this, 'DeadLetters', { key: data.dataKey });
    this.schedules = new ScheduleGroup(this, 'Schedules');
    this.runByTheClock(ground);
  }

  private makeFunctions(ground: Ground): ReadonlyMap<string, LambdaFunction> {
    const defaults = functionDefaults(this, ground);
    const means = meansOf(this, ground);
    const own = ownMeans(ground);
    return new Map(
      Object.entries(taskFunctions).map(([name, task]) => {
        const { statements = [], environment = {}, explained } = own[name] ?? {};
        const made = new DeskFunction(this, name, defaults, {
          name,
          statements: [...statementsOf(name, means), ...statements],
          environment,
          ...task,
        });
        explained?.(made.policy);
        explainExecutions(made.policy, means);
        return [name, made.lambda];
      }),
    );
  }

  /** @throws Error for a machine that names a function this stack does not make */
  private functionOf(name: string): LambdaFunction {
    const found = this.functions.get(name);
    if (found === undefined)
      throw new Error(`No function ${name}: add it to infra/aws/functions/task-functions.ts`);
    return found;
  }

  private runByTheClock({ data }: Ground): void {
    const reconciliation = this.machines.get('reconciliation');
    const { role } = new ScheduleRole(this, 'ByTheClock', {
      functions: ['SweepOutbox', 'ArchiveAudit', 'RotateKeys'].map((name) => this.functionOf(name)),
      machines: reconciliation ? [reconciliation] : [],
      deadLetters: this.deadLetters,
      key: data.dataKey,
    });
    const how = {
      role: role.withoutPolicyUpdates(),
      deadLetterQueue: this.deadLetters,
      retryAttempts: 3,
      maxEventAge: Duration.minutes(10),
    };
    const time = ScheduleTargetInput.fromObject({ time: ContextAttribute.scheduledTime });
    new Schedule(this, 'Sweep', {
      description: 'Repeats the calls to the machines that were lost',
      schedule: ScheduleExpression.rate(Duration.minutes(1)),
      scheduleGroup: this.schedules,
      key: data.dataKey,
      target: new LambdaInvoke(this.functionOf('SweepOutbox'), { ...how, input: time }),
    });
    new Schedule(this, 'Keys', {
      description: 'Makes the keys that seal personal fields, and renews the one in use every quarter',
      schedule: ScheduleExpression.rate(Duration.hours(1)),
      scheduleGroup: this.schedules,
      key: data.dataKey,
      target: new LambdaInvoke(this.functionOf('RotateKeys'), { ...how, input: time }),
    });
    new Schedule(this, 'Archive', {
      description: 'Puts what changed on the day before into the locked bucket',
      schedule: ScheduleExpression.cron({ minute: '30', hour: '1', timeZone: TimeZone.ASIA_SHANGHAI }),
      scheduleGroup: this.schedules,
      key: data.dataKey,
      target: new LambdaInvoke(this.functionOf('ArchiveAudit'), {
        ...how,
        maxEventAge: Duration.hours(6),
        input: time,
      }),
    });
    if (reconciliation === undefined) return;
    new Schedule(this, 'Reconcile', {
      description: 'Compares funds, payouts, queues and executions, county by county',
      schedule: ScheduleExpression.cron({ minute: '30', hour: '4', timeZone: TimeZone.ASIA_SHANGHAI }),
      scheduleGroup: this.schedules,
      key: data.dataKey,
      target: new StepFunctionsStartExecution(reconciliation, { ...how, input: time }),
    });
  }
}
