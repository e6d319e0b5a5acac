import { existsSync, readdirSync, rmSync } from 'node:fs';
import { App } from 'aws-cdk-lib';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import { Stack } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { taskHandlers } from '../../functions/tasks/index.ts';
import { tableDefinition } from '../../functions/store/table.ts';
import { machineFiles } from '../../test/workflows/machine.ts';
import { checkEverySynthesis } from './checks/plugins.ts';
import { taskFunctions } from './functions/task-functions.ts';
import { china, commercial, synthesise } from './test-desk.ts';

type Resource = { Type: string; Properties: Record<string, unknown>; DeletionPolicy?: string };
type Statement = { Effect: string; Action: string | string[]; Resource: unknown; Sid?: string };

const places = { 'a commercial region': commercial, China: china };

describe.each(Object.entries(places))('in %s', (_name, settings) => {
  let templates: Map<string, Template>;
  let folder: string;
  beforeAll(() => ({ templates, folder } = synthesise(settings)));
  afterAll(() => rmSync(folder, { recursive: true }));

  const stack = (name: string): Template => {
    const found = templates.get(name);
    if (!found) throw new Error(`No stack ${name}`);
    return found;
  };
  const resources = (): [string, Resource][] =>
    [...templates.values()].flatMap((template) =>
      Object.entries((template.toJSON() as { Resources: Record<string, Resource> }).Resources),
    );
  const ofType = (type: string) => resources().filter(([, { Type }]) => Type === type);
  const statements = () =>
    ofType('AWS::IAM::ManagedPolicy').flatMap(([id, { Properties }]) =>
      (Properties as { PolicyDocument: { Statement: Statement[] } }).PolicyDocument.Statement.map(
        (statement) => [id, statement] as const,
      ),
    );

  test('the table is the one of functions/store/table.ts, recoverable and safe from deletion', () => {
    stack('Data').hasResource('AWS::DynamoDB::Table', {
      DeletionPolicy: 'Retain',
      UpdateReplacePolicy: 'Retain',
      Properties: {
        KeySchema: tableDefinition.KeySchema.map((key) => ({ ...key })),
        GlobalSecondaryIndexes: tableDefinition.GlobalSecondaryIndexes.map((index) =>
          Match.objectLike(index),
        ),
        DeletionProtectionEnabled: true,
        PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true, RecoveryPeriodInDays: 35 },
        SSESpecification: { SSEEnabled: true, SSEType: 'KMS', KMSMasterKeyId: Match.anyValue() },
      },
    });
  });

  test('nothing that holds data goes with its stack', () => {
    const holding = [
      'AWS::DynamoDB::Table',
      'AWS::S3::Bucket',
      'AWS::KMS::Key',
      'AWS::Logs::LogGroup',
      'AWS::Cognito::UserPool',
      'AWS::Backup::BackupVault',
    ];
    const lost = resources().filter(
      ([, { Type, DeletionPolicy }]) => holding.includes(Type) && DeletionPolicy !== 'Retain',
    );
    expect(lost.map(([id]) => id)).toEqual([]);
  });

  test('every function runs Node 24, is traced, logs JSON to a group of its own, and gives up before its state does', () => {
    const functions = ofType('AWS::Lambda::Function').filter(
      ([, { Properties }]) => Properties['Runtime'] === 'nodejs24.x',
    );
    expect(functions.length).toBeGreaterThan(50);
    for (const [id, { Properties }] of functions)
      expect(Properties, id).toMatchObject({
        Architectures: ['arm64'],
        TracingConfig: { Mode: 'Active' },
        LoggingConfig: { LogFormat: 'JSON', LogGroup: expect.anything() as unknown },
      });
    const late = functions.filter(([, { Properties }]) => Number(Properties['Timeout']) >= 120);
    expect(late.map(([id]) => id)).toEqual([]);
  });

  test('every log group is encrypted with a key of ours and ends at its time', () => {
    for (const [id, { Properties }] of ofType('AWS::Logs::LogGroup'))
      expect(Properties, id).toMatchObject({ KmsKeyId: expect.anything() as unknown, RetentionInDays: 731 });
  });

  test('every bucket is private and takes TLS only; the audit cannot be deleted for ten years', () => {
    for (const [id, { Properties }] of ofType('AWS::S3::Bucket'))
      expect(Properties['PublicAccessBlockConfiguration'], id).toEqual({
        BlockPublicAcls: true,
        BlockPublicPolicy: true,
        IgnorePublicAcls: true,
        RestrictPublicBuckets: true,
      });
    const policies = JSON.stringify(ofType('AWS::S3::BucketPolicy'));
    expect(policies.match(/"aws:SecureTransport":"false"/g)).toHaveLength(ofType('AWS::S3::Bucket').length);
    stack('Data').hasResourceProperties('AWS::S3::Bucket', {
      ObjectLockEnabled: true,
      ObjectLockConfiguration: { Rule: { DefaultRetention: { Mode: 'COMPLIANCE', Days: 3660 } } },
      LoggingConfiguration: Match.anyValue(),
    });
  });

  test('only tracing and the delivery of logs may name every resource', () => {
    const wide = statements().filter(([, { Resource }]) => JSON.stringify(Resource) === '"*"');
    expect([...new Set(wide.map(([, { Sid }]) => Sid))].sort()).toEqual(['Trace', 'TraceAndDeliverLogs']);
    const wildcards = statements().filter(([, { Action }]) =>
      [Action].flat().some((action) => action.includes('*')),
    );
    expect(wildcards.map(([id]) => id)).toEqual([]);
  });

  test('a machine may call the functions its file names, and no other', () => {
    const calls = statements().filter(([id, { Sid }]) => Sid === 'Call' && id.startsWith('Machine'));
    expect(calls).toHaveLength(machineFiles().length);
    for (const [id, { Action, Resource }] of calls) {
      expect(Action, id).toBe('lambda:InvokeFunction');
      expect(JSON.stringify(Resource), id).not.toContain('*');
    }
  });

  test('every operation but the public ones asks for a token', () => {
    const open = ofType('AWS::ApiGatewayV2::Route').filter(
      ([, { Properties }]) => Properties['AuthorizationType'] !== 'JWT',
    );
    expect(open.map(([, { Properties }]) => Properties['RouteKey']).sort()).toEqual([
      'GET /notices',
      'GET /notices/{noticeId}',
      'GET /openapi.json',
      'POST /notices/{noticeId}/objections',
    ]);
  });

  test('every alarm says who is hurt and names a runbook that exists; every runbook has its alarm', () => {
    const named = ofType('AWS::CloudWatch::Alarm').map(([id, { Properties }]) => {
      const runbook = /Runbook: (docs\/runbooks\/[\w-]+\.md)$/.exec(
        String(Properties['AlarmDescription']),
      )?.[1];
      expect(runbook, id).toBeDefined();
      expect(existsSync(runbook ?? ''), `${id}: ${runbook ?? ''}`).toBe(true);
      expect(Properties['AlarmActions'], id).toHaveLength(1);
      return runbook;
    });
    const written = readdirSync('docs/runbooks').filter((file) => file !== 'README.md');
    const manual = ['deploy.md', 'restore.md', 'move-a-county.md'];
    expect(
      written.filter((file) => !manual.includes(file) && !named.includes(`docs/runbooks/${file}`)),
    ).toEqual([]);
  });

  test('no stack comes near the 500 resources CloudFormation takes', () => {
    for (const [name, template] of templates)
      expect(Object.keys((template.toJSON() as { Resources: object }).Resources).length, name).toBeLessThan(
        470,
      );
  });

  test('no ARN of another partition is written into a template', () => {
    const other = settings === china ? /arn:aws:(?!states:::)/ : /arn:aws-cn:/;
    for (const [name, template] of templates)
      expect(JSON.stringify(template.toJSON()), name).not.toMatch(other);
  });

  test('what China lacks is not asked for there', () => {
    const lacking = [
      'AWS::Cognito::UserPool',
      'AWS::WAFv2::WebACL',
      'AWS::CE::AnomalyMonitor',
      'AWS::Budgets::Budget',
      'AWS::CloudFront::OriginAccessControl',
    ];
    const types = new Set(resources().map(([, { Type }]) => Type));
    expect(lacking.filter((type) => types.has(type)).length > 0).toBe(settings !== china);
  });
});

test('nobody can give themselves a role: the desk’s client may write no claim the desk reads', () => {
  const { templates, folder } = synthesise(commercial);
  templates.get('Identity')?.hasResourceProperties('AWS::Cognito::UserPoolClient', {
    WriteAttributes: ['locale'],
    AllowedOAuthScopes: Match.not(Match.arrayWith(['aws.cognito.signin.user.admin'])),
    ExplicitAuthFlows: ['ALLOW_REFRESH_TOKEN_AUTH'],
  });
  rmSync(folder, { recursive: true });
});

test('every function of functions/tasks is deployed', () => {
  expect(Object.keys(taskFunctions).sort()).toEqual(Object.keys(taskHandlers).sort());
});

test('the stateful stack is what was agreed; whoever changes it says so by changing this picture', () => {
  const { templates, folder } = synthesise(commercial);
  expect(templates.get('Data')?.toJSON()).toMatchSnapshot();
  rmSync(folder, { recursive: true });
});

test('a finding nobody has answered interrupts the synthesis', () => {
  const app = new App();
  new Bucket(new Stack(app, 'Careless'), 'Open');
  checkEverySynthesis(app);
  expect(() => app.synth()).toThrow();
});
