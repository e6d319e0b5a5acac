/** Fixed, because they are part of every ARN the journal keeps: another region would be another machine. */
export const region = 'cn-north-1';
export const account = '000000000000';
export const partition = 'aws';
export const tableName = 'subsidy-desk';

/** Local servers ask for credentials and look at none; real ones never reach them. */
export const credentials = { accessKeyId: 'local', secretAccessKey: 'local' } as const;

export const lambdaArn = (name: string): string =>
  `arn:${partition}:lambda:${region}:${account}:function:${name}`;
export const machineArn = (name: string): string =>
  `arn:${partition}:states:${region}:${account}:stateMachine:${name}`;
