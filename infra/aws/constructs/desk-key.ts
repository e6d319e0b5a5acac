import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import { Effect, PolicyStatement, StarPrincipal } from 'aws-cdk-lib/aws-iam';
import { Key } from 'aws-cdk-lib/aws-kms';
import type { Construct } from 'constructs';

type Props = { readonly description: string };

/** A key of ours: renewed every year by KMS, kept when its stack goes, and thirty days to think better of it. */
export class DeskKey extends Key {
  constructor(scope: Construct, id: string, { description }: Props) {
    super(scope, id, {
      description,
      enableKeyRotation: true,
      pendingWindow: Duration.days(30),
      removalPolicy: RemovalPolicy.RETAIN,
    });
    // A grant outlives the policy that allowed it, so only AWS's own services may make one.
    this.addToResourcePolicy(
      new PolicyStatement({
        sid: 'GrantsForServicesOnly',
        effect: Effect.DENY,
        principals: [new StarPrincipal()],
        actions: ['kms:CreateGrant'],
        // In a key's own policy “*” is this key.
        resources: ['*'],
        conditions: {
          BoolIfExists: { 'kms:GrantIsForAWSResource': 'false', 'aws:PrincipalIsAWSService': 'false' },
        },
      }),
    );
  }
}
