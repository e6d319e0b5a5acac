import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App } from 'aws-cdk-lib';
import * as z from 'zod';
import { bundleFunctions } from './bundles/bundle-functions.ts';
import { addDesk } from './desk.ts';
import { readSettings, SettingsError } from './settings.ts';

const context = z.record(z.string(), z.unknown());

/** The CDK's own variables fill in where nothing was said. */
const fromEnvironment = {
  ...(process.env['CDK_DEFAULT_ACCOUNT'] !== undefined && { account: process.env['CDK_DEFAULT_ACCOUNT'] }),
  ...(process.env['CDK_DEFAULT_REGION'] !== undefined && { region: process.env['CDK_DEFAULT_REGION'] }),
};

try {
  const app = new App();
  const settings = readSettings({ ...fromEnvironment, ...context.parse(app.node.getAllContext()) });
  const bundles = mkdtempSync(join(tmpdir(), 'subsidy-bundles-'));
  await bundleFunctions(bundles);
  addDesk(app, { settings, bundleOf: (name) => join(bundles, name) });
  app.synth();
} catch (error) {
  if (!(error instanceof SettingsError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
