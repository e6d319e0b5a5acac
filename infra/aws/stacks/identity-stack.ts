import { CfnOutput, Duration, RemovalPolicy, Stack, type StackProps, Validations } from 'aws-cdk-lib';
import {
  AccountRecovery,
  CfnUserPoolClient,
  ClientAttributes,
  FeaturePlan,
  Mfa,
  OAuthScope,
  StandardThreatProtectionMode,
  StringAttribute,
  UserPool,
  UserPoolClient,
} from 'aws-cdk-lib/aws-cognito';
import type { Construct } from 'constructs';
import type { Issuer } from '../ground.ts';
import type { Settings } from '../settings.ts';

/** Sign-in by the hosted pages: no other way hands out a token that may change its own user. CDK cannot say “none”. */
const onlyHostedSignIn = ({ node }: UserPoolClient): void => {
  if (node.defaultChild instanceof CfnUserPoolClient)
    node.defaultChild.explicitAuthFlows = ['ALLOW_REFRESH_TOKEN_AUTH'];
};

/**
 * Sign-in by Cognito, where the region has it. Users are made by the province's administrators; their roles, division
 * and organisation are attributes that no user can change.
 */
export class IdentityStack extends Stack {
  readonly issuer: Issuer;

  constructor(scope: Construct, id: string, settings: Settings, props: StackProps) {
    super(scope, id, { ...props, terminationProtection: true });
    const pool = new UserPool(this, 'Users', {
      userPoolName: `subsidy-desk-${settings.stage}`,
      selfSignUpEnabled: false,
      signInAliases: { username: true },
      mfa: Mfa.REQUIRED,
      mfaSecondFactor: { otp: true, sms: false },
      accountRecovery: AccountRecovery.NONE,
      passwordPolicy: {
        minLength: 12,
        requireDigits: true,
        requireLowercase: true,
        requireUppercase: true,
        requireSymbols: true,
        tempPasswordValidity: Duration.days(3),
        passwordHistorySize: 5,
      },
      featurePlan: FeaturePlan.PLUS,
      standardThreatProtectionMode: StandardThreatProtectionMode.FULL_FUNCTION,
      customAttributes: {
        roles: new StringAttribute({ mutable: true, maxLen: 400 }),
        division: new StringAttribute({ mutable: true, minLen: 6, maxLen: 6 }),
        organisation_id: new StringAttribute({ mutable: true, maxLen: 18 }),
      },
      deletionProtection: true,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    const client: UserPoolClient = pool.addClient('Desk', {
      oAuth: {
        flows: { authorizationCodeGrant: true },
        scopes: [OAuthScope.OPENID, OAuthScope.PROFILE],
        callbackUrls: [callbackOf(settings)],
      },
      // A signed-in person may change nothing of their own but the language: roles and division are the administrators'.
      writeAttributes: new ClientAttributes().withStandardAttributes({ locale: true }),
      preventUserExistenceErrors: true,
      enableTokenRevocation: true,
      accessTokenValidity: Duration.hours(1),
      idTokenValidity: Duration.hours(1),
      refreshTokenValidity: Duration.hours(10),
    });
    onlyHostedSignIn(client);
    this.issuer = { issuer: pool.userPoolProviderUrl, audience: client.userPoolClientId };
    new CfnOutput(this, 'PoolId', { value: pool.userPoolId, description: 'Where users are made' });
    new CfnOutput(this, 'ClientId', { value: client.userPoolClientId, description: 'The desk, as a client' });
    Validations.of(pool).acknowledge({
      id: 'AwsSolutions-COG8',
      reason: 'The pool has the plus plan.',
    });
  }
}

/** Without a domain the address is known after the first deployment only; the engineer sets it then. */
const callbackOf = ({ domainName }: Settings): string => `https://${domainName ?? 'localhost'}/signed-in`;
