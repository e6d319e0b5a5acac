/** What a Task calls. The partition (aws, aws-cn, aws-us-gov) makes no difference here. */
export type Resource = { kind: 'function'; arn: string } | { kind: 'invoke'; waitForTaskToken: boolean };

const integration = /^arn:aws(?:-[a-z-]+)?:states:[^:]*:[^:]*:lambda:invoke(\.waitForTaskToken)?$/;
const functionArn = /^arn:aws(?:-[a-z-]+)?:lambda:[^:]+:\d*:function:[^:]+(?::[^:]+)?$/;

/** Undefined when the engine does not know the resource. */
export const parseResource = (arn: string): Resource | undefined => {
  const matched = integration.exec(arn);
  if (matched) return { kind: 'invoke', waitForTaskToken: matched[1] !== undefined };
  return functionArn.test(arn) ? { kind: 'function', arn } : undefined;
};
