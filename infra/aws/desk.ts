import { App, Tags } from 'aws-cdk-lib';
import { checkEverySynthesis } from './checks/plugins.ts';
import type { Ground, Issuer } from './ground.ts';
import { stackNameOf } from './names.ts';
import type { Settings } from './settings.ts';
import { ApiStack } from './stacks/api-stack.ts';
import { DataStack } from './stacks/data-stack.ts';
import { EdgeStack } from './stacks/edge-stack.ts';
import { IdentityStack } from './stacks/identity-stack.ts';
import { WatchStack } from './stacks/watch-stack.ts';
import { WebStack } from './stacks/web-stack.ts';
import { WorkStack } from './stacks/work-stack.ts';

type Options = {
  /** Without them synthesis is ten times faster: for tests that ask something else. */
  readonly checked?: boolean;
  readonly settings: Settings;
  /** The folder of a function's bundle. */
  readonly bundleOf: (name: string) => string;
};

const edgeRegion = 'us-east-1';

/** The whole desk on AWS: what must be kept apart from what is replaced with every deployment. */
export const addDesk = (app: App, { settings, bundleOf, checked = true }: Options): void => {
  const { account, region } = settings;
  const named = (part: string) => ({
    env: { account, region },
    stackName: stackNameOf(settings, part),
    description: `Subsidy desk (${settings.stage}): ${part}`,
  });
  const data = new DataStack(app, 'Data', settings, named('Data'));
  const issuer: Issuer =
    settings.signIn === 'cognito'
      ? new IdentityStack(app, 'Identity', settings, named('Identity')).issuer
      : { issuer: settings.signIn, audience: settings.oidcAudience ?? '' };
  const ground: Ground = { settings, data, issuer, bundleOf };
  const work = new WorkStack(app, 'Work', ground, named('Work'));
  const api = new ApiStack(app, 'Api', ground, named('Api'));
  const edge = settings.waf
    ? new EdgeStack(app, 'Edge', settings, {
        ...named('Edge'),
        env: { account, region: edgeRegion },
        crossRegionReferences: true,
      })
    : undefined;
  new WebStack(app, 'Web', ground, {
    ...named('Web'),
    api: api.api,
    webAclArn: edge?.webAclArn,
    crossRegionReferences: settings.waf,
  });
  new WatchStack(app, 'Watch', ground, { ...named('Watch'), work, api });
  // A dashboard takes no tags.
  Tags.of(app).add('desk', settings.stage, { excludeResourceTypes: ['AWS::CloudWatch::Dashboard'] });
  if (checked) checkEverySynthesis(app);
};
