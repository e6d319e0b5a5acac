import * as z from 'zod';

const environment = z.object({
  TABLE_ARN: z.string().startsWith('arn:'),
  AUDIT_BUCKET: z.string().min(3),
  AUDIT_KEY_ARN: z.string().startsWith('arn:'),
});

/**
 * What only the archive needs, and only AWS has.
 * @throws Error that names every variable that is missing or wrong
 */
export const readArchiveConfig = (env: NodeJS.ProcessEnv) => {
  const parsed = environment.safeParse(env);
  if (!parsed.success)
    throw new Error(
      `The audit is archived by DynamoDB's export to S3, which only AWS has:\n${z.prettifyError(parsed.error)}`,
    );
  const { TABLE_ARN, AUDIT_BUCKET, AUDIT_KEY_ARN } = parsed.data;
  return { tableArn: TABLE_ARN, bucket: AUDIT_BUCKET, keyArn: AUDIT_KEY_ARN } as const;
};

export const archiveConfig = () => readArchiveConfig(process.env);
