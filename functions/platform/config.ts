import * as z from 'zod';

const environment = z
  .object({
    TABLE_NAME: z.string().min(3),
    APPLICATION_MACHINE_ARN: z.string().startsWith('arn:'),
    OIDC_ISSUER: z.url(),
    OIDC_AUDIENCE: z.string().min(1),
    /** On one machine: the file with the keys that seal personal fields. */
    KEY_FILE: z.string().min(1).optional(),
    /** On AWS: the KMS key under which the table holds them. */
    VAULT_KEY_ARN: z.string().startsWith('arn:').optional(),
  })
  .refine(
    ({ KEY_FILE, VAULT_KEY_ARN }) => (KEY_FILE === undefined) !== (VAULT_KEY_ARN === undefined),
    'Set exactly one of KEY_FILE (the keys in a file) and VAULT_KEY_ARN (the keys in the table, under this KMS key)',
  );

/**
 * The environment, parsed once and whole.
 * @throws Error that names every variable that is missing or wrong
 */
export const readConfig = (env: NodeJS.ProcessEnv) => {
  const parsed = environment.safeParse(env);
  if (!parsed.success) throw new Error(`The functions cannot start:\n${z.prettifyError(parsed.error)}`);
  const { TABLE_NAME, APPLICATION_MACHINE_ARN, OIDC_ISSUER, OIDC_AUDIENCE, KEY_FILE, VAULT_KEY_ARN } =
    parsed.data;
  return {
    tableName: TABLE_NAME,
    applicationMachineArn: APPLICATION_MACHINE_ARN,
    oidcIssuer: OIDC_ISSUER,
    oidcAudience: OIDC_AUDIENCE,
    keyFile: KEY_FILE,
    vaultKeyArn: VAULT_KEY_ARN,
  } as const;
};
