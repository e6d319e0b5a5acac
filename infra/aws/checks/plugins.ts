import { CfnGuardValidator } from '@cdklabs/cdk-validator-cfnguard';
import { type App, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks, NIST80053R5Checks } from 'cdk-nag';
import { explain } from './explain.ts';
import { wholeDesk } from './whole-desk.ts';

/** Guard's binary comes for Linux and macOS on x64 and arm64; elsewhere synthesis goes without it, and says so. */
const guardRuns = (): boolean =>
  (process.platform === 'linux' || process.platform === 'darwin') && ['x64', 'arm64'].includes(process.arch);

/** Every synthesis is checked, and interrupted by a finding that nobody has answered. */
export const checkEverySynthesis = (app: App): void => {
  Validations.of(app).addPlugins(
    new AwsSolutionsChecks(app, { verbose: true }),
    new NIST80053R5Checks(app, { verbose: true }),
    ...(guardRuns() ? [new CfnGuardValidator({ controlTowerRulesEnabled: true })] : []),
  );
  for (const { reason, ids } of wholeDesk) explain(app, reason, ids);
};
