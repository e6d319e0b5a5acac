import { Stack, type StackProps } from 'aws-cdk-lib';
import {
  HttpApi,
  HttpMethod,
  HttpNoneAuthorizer,
  HttpStage,
  LogGroupLogDestination,
  type IHttpRouteAuthorizer,
} from 'aws-cdk-lib/aws-apigatewayv2';
import { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway';
import { HttpJwtAuthorizer } from 'aws-cdk-lib/aws-apigatewayv2-authorizers';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import { CfnPermission, type IFunction } from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';
import type { Operation } from '../../../functions/contracts/api/operation.ts';
import { operations } from '../../../functions/contracts/api/operations.ts';
import { controlTower, explain } from '../checks/explain.ts';
import { DeskFunction } from '../constructs/desk-function.ts';
import { DeskLogGroup } from '../constructs/desk-log-group.ts';
import { routeFunctionOf } from '../functions/route-functions.ts';
import { statementsOf } from '../functions/statements.ts';
import { type Ground, functionDefaults, keepDays, meansOf } from '../ground.ts';

const methods = { GET: HttpMethod.GET, POST: HttpMethod.POST, PUT: HttpMethod.PUT } as const;

/** Requests a second for the whole desk; `docs/scale.md` says what an end of month needs. */
const throttle = { rateLimit: 1000, burstLimit: 2000 };

/** One line a request: route and outcome, never a path or a query, which may hold what a list must not. */
const accessLog = AccessLogFormat.custom(
  JSON.stringify({
    requestId: '$context.requestId',
    at: '$context.requestTimeEpoch',
    route: '$context.routeKey',
    status: '$context.status',
    latencyMs: '$context.responseLatency',
    integrationMs: '$context.integrationLatency',
    integrationError: '$context.integrationErrorMessage',
    authorizerError: '$context.authorizer.error',
    trace: '$context.xrayTraceId',
  }),
);

/** The HTTP API: a function for each operation, a token checked before any of them runs. */
export class ApiStack extends Stack {
  readonly api: HttpApi;
  readonly stage: HttpStage;
  readonly functions: ReadonlyMap<string, IFunction>;

  constructor(scope: Construct, id: string, ground: Ground, props: StackProps) {
    super(scope, id, props);
    const { settings, data, issuer } = ground;
    this.api = new HttpApi(this, 'Api', {
      apiName: `subsidy-desk-${settings.stage}`,
      description: 'Subsidy desk',
      createDefaultStage: false,
    });
    const accessLogs = new DeskLogGroup(this, 'AccessLogs', {
      key: data.logKey,
      keepDays: keepDays(settings),
    });
    this.stage = new HttpStage(this, 'Stage', {
      httpApi: this.api,
      stageName: '$default',
      autoDeploy: true,
      throttle,
      detailedMetricsEnabled: true,
      accessLogSettings: { destination: new LogGroupLogDestination(accessLogs), format: accessLog },
    });
    const signedIn = new HttpJwtAuthorizer('SignedIn', issuer.issuer, { jwtAudience: [issuer.audience] });
    const anybody = new HttpNoneAuthorizer();
    const defaults = functionDefaults(this, ground);
    const means = meansOf(this, ground);
    this.functions = new Map(
      operations.map((operation) => {
        const { operationId: name, access } = operation;
        const { lambda } = new DeskFunction(this, name, defaults, {
          name,
          statements: statementsOf(name, means),
          ...routeFunctionOf(operation),
        });
        this.addRoute(operation, lambda, access === 'PUBLIC' ? anybody : signedIn);
        return [name, lambda];
      }),
    );
    this.nameAccount();
  }

  /** Beside the ARN of the API, the account: an identifier that was given away and came back is not ours. */
  private nameAccount(): void {
    for (const each of this.node.findAll())
      if (each instanceof CfnPermission) each.sourceAccount = this.account;
  }

  private addRoute(
    { operationId, method, path, access }: Operation,
    lambda: IFunction,
    authorizer: IHttpRouteAuthorizer,
  ): void {
    const [route] = this.api.addRoutes({
      path,
      methods: [methods[method]],
      authorizer,
      integration: new HttpLambdaIntegration(operationId, lambda),
    });
    if (route !== undefined && access === 'PUBLIC')
      explain(
        route,
        `${operationId} is for anybody: a public notice is read, and objected to, without an account.`,
        ['AwsSolutions-APIG4', controlTower('api_gw_v2_authorization_type_configured_check')],
      );
  }
}
