import * as z from 'zod';

const environment = z.object({
  TABLE_NAME: z.string().min(3),
  APPLICATION_MACHINE_ARN: z.string().startsWith('arn:'),
  OIDC_ISSUER: z.url(),
  OIDC_AUDIENCE: z.string().min(1),
  /** On one machine a file with two keys; on AWS the keys come from KMS. */
  KEY_FILE: z.string().min(1),
});

/**
 * The environment, parsed once and whole.
 * @throws Error that names every variable that is missing or wrong
 */
export const readConfig = (env: NodeJS.ProcessEnv) => {
  const parsed = environment.safeParse(env);
  if (!parsed.success) throw new Error(`The functions cannot start:\n${z.prettifyError(parsed.error)}`);
  const { TABLE_NAME, APPLICATION_MACHINE_ARN, OIDC_ISSUER, OIDC_AUDIENCE, KEY_FILE } = parsed.data;
  return {
    tableName: TABLE_NAME,
    applicationMachineArn: APPLICATION_MACHINE_ARN,
    oidcIssuer: OIDC_ISSUER,
    oidcAudience: OIDC_AUDIENCE,
    keyFile: KEY_FILE,
  } as const;
};
