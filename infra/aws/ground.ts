import { Architecture } from 'aws-cdk-lib/aws-lambda';
import { RetentionDays } from 'aws-cdk-lib/aws-logs';
import { ArnFormat, type Stack } from 'aws-cdk-lib';
import { asTable } from './constructs/as-interface.ts';
import type { FunctionDefaults } from './constructs/desk-function.ts';
import type { Means } from './functions/statements.ts';
import { machineNameOf } from './names.ts';
import type { Settings } from './settings.ts';
import type { DataStack } from './stacks/data-stack.ts';

export const applicationMachine = 'application';

export type Issuer = { readonly issuer: string; readonly audience: string };

/** What every stack of functions stands on. */
export type Ground = {
  readonly settings: Settings;
  readonly data: DataStack;
  readonly issuer: Issuer;
  readonly bundleOf: (name: string) => string;
};

const retention = {
  90: RetentionDays.THREE_MONTHS,
  180: RetentionDays.SIX_MONTHS,
  365: RetentionDays.ONE_YEAR,
  731: RetentionDays.TWO_YEARS,
  1827: RetentionDays.FIVE_YEARS,
} as const satisfies Record<Settings['logRetentionDays'], RetentionDays>;

export const keepDays = ({ logRetentionDays }: Settings): RetentionDays => retention[logRetentionDays];

/** The machine's ARN, told to functions that the machine itself calls: it must be known before the machine is. */
export const machineArnOf = (stack: Stack, settings: Settings, machine: string): string =>
  stack.formatArn({
    service: 'states',
    resource: 'stateMachine',
    resourceName: machineNameOf(settings, machine),
    arnFormat: ArnFormat.COLON_RESOURCE_NAME,
  });

const executionsArnOf = (stack: Stack, settings: Settings, machine: string): string =>
  stack.formatArn({
    service: 'states',
    resource: 'execution',
    resourceName: `${machineNameOf(settings, machine)}:*`,
    arnFormat: ArnFormat.COLON_RESOURCE_NAME,
  });

export const functionDefaults = (
  stack: Stack,
  { settings, data, issuer, bundleOf }: Ground,
): FunctionDefaults => ({
  architecture: settings.architecture === 'arm64' ? Architecture.ARM_64 : Architecture.X86_64,
  logs: { key: data.logKey, keepDays: keepDays(settings) },
  alarms: { topic: data.onCall },
  bundleOf,
  environment: {
    TABLE_NAME: data.table.tableName,
    APPLICATION_MACHINE_ARN: machineArnOf(stack, settings, applicationMachine),
    OIDC_ISSUER: issuer.issuer,
    OIDC_AUDIENCE: issuer.audience,
    VAULT_KEY_ARN: data.fieldKey.keyArn,
  },
});

export const meansOf = (stack: Stack, { settings, data }: Ground): Means => ({
  table: asTable(data.table),
  dataKey: data.dataKey,
  fieldKey: data.fieldKey,
  applicationMachineArn: machineArnOf(stack, settings, applicationMachine),
  applicationExecutionsArn: executionsArnOf(stack, settings, applicationMachine),
});
