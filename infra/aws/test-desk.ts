import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import cdk from '../../cdk.json' with { type: 'json' };
import { operations } from '../../functions/contracts/api/operations.ts';
import { addDesk } from './desk.ts';
import { taskFunctions } from './functions/task-functions.ts';
import { readSettings } from './settings.ts';

export const commercial = {
  stage: 'test',
  account: '123456789012',
  region: 'eu-central-1',
  alarmEmail: 'on-call@example.org',
  signIn: 'cognito',
};

export const china = {
  ...commercial,
  region: 'cn-northwest-1',
  signIn: 'https://login.example.cn',
  oidcAudience: 'subsidy-desk',
  domainName: 'butie.example.cn',
  iamCertificateId: 'ASCAEXAMPLE123456789',
};

const fakeBundles = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'subsidy-fake-bundles-'));
  for (const name of [...Object.keys(taskFunctions), ...operations.map(({ operationId }) => operationId)]) {
    mkdirSync(join(folder, name));
    writeFileSync(join(folder, name, 'index.mjs'), `export const handler = '${name}';`);
  }
  return folder;
};

/** Every stack's template, with the settings as the command line would give them. */
export const synthesise = (given: Readonly<Record<string, string>>, { checked = false } = {}) => {
  const folder = fakeBundles();
  const app = new App({ context: cdk.context, outdir: join(folder, 'out') });
  addDesk(app, {
    settings: readSettings(given),
    bundleOf: (name) => join(folder, name),
    checked,
  });
  const stacks = app.node.children.filter((child): child is Stack => Stack.isStack(child));
  return { folder, templates: new Map(stacks.map((stack) => [stack.node.id, Template.fromStack(stack)])) };
};
