import { credentials, region, tableName } from './place.ts';

type Values = {
  readonly databaseUrl: string;
  readonly statesUrl: string;
  readonly lambdaUrl: string;
  readonly applicationMachineArn: string;
  readonly issuer: string;
  readonly audience: string;
  readonly keyFile: string;
};

/** What would make the SDK look beyond this machine, or disregard the endpoints below. */
const misleading = [
  'AWS_PROFILE',
  'AWS_SESSION_TOKEN',
  'AWS_IGNORE_CONFIGURED_ENDPOINT_URLS',
  'AWS_ENDPOINT_URL',
];

/** Sets what functions read, as Lambda's configuration would. Real credentials never reach a local server. */
export const setFunctionEnvironment = (values: Values): void => {
  for (const name of misleading) Reflect.deleteProperty(process.env, name);
  Object.assign(process.env, {
    AWS_ENDPOINT_URL_DYNAMODB: values.databaseUrl,
    AWS_ENDPOINT_URL_SFN: values.statesUrl,
    AWS_ENDPOINT_URL_LAMBDA: values.lambdaUrl,
    AWS_REGION: region,
    AWS_ACCESS_KEY_ID: credentials.accessKeyId,
    AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey,
    AWS_EC2_METADATA_DISABLED: 'true',
    TABLE_NAME: tableName,
    APPLICATION_MACHINE_ARN: values.applicationMachineArn,
    OIDC_ISSUER: values.issuer,
    OIDC_AUDIENCE: values.audience,
    KEY_FILE: values.keyFile,
  });
};
