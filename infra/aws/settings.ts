import * as z from 'zod';

const china = /^cn-/;

const yesNo = z.stringbool({ truthy: ['yes'], falsy: ['no'] });

const given = z.strictObject({
  /** Part of every name. No hyphen: `a-b` beside `a` could name one thing twice. */
  stage: z
    .string()
    .regex(/^[a-z][a-z0-9]{1,11}$/, 'must be 2 to 12 lower-case letters and digits, a letter first'),
  account: z
    .string('must be the 12 digits of an AWS account')
    .regex(/^\d{12}$/, 'must be the 12 digits of an AWS account'),
  region: z.string().regex(/^[a-z]{2}(-[a-z]+)+-\d$/, 'must be a region, for example cn-northwest-1'),
  /** Who is told when an alarm goes off. */
  alarmEmail: z.email('must be the address of the people on call'),
  /** `cognito`, or the issuer of an OIDC provider of the province's own. */
  signIn: z.union([z.literal('cognito'), z.url({ protocol: /^https$/ })], {
    error: 'must be “cognito” or the https address of an OIDC issuer',
  }),
  oidcAudience: z.string().min(1).optional(),
  domainName: z
    .string()
    .regex(/^[a-z0-9.-]+\.[a-z]{2,}$/, 'must be a host name, for example butie.example.cn')
    .optional(),
  /** Commercial regions: an ACM certificate of us-east-1. */
  certificateArn: z.string().startsWith('arn:', 'must be the ARN of a certificate').optional(),
  /** China: ACM does not serve CloudFront there, a certificate lies in the IAM certificate store. */
  iamCertificateId: z.string().min(16).optional(),
  web: z.enum(['cloudfront', 'bucket'], 'must be “cloudfront” or “bucket”').default('cloudfront'),
  waf: yesNo.default(false),
  architecture: z.enum(['arm64', 'x86_64'], 'must be “arm64” or “x86_64”').default('arm64'),
  logRetentionDays: z.coerce
    .number()
    .pipe(z.literal([90, 180, 365, 731, 1827]))
    .default(731),
  /** How long nobody, not the account's root either, can delete a record of the audit. */
  auditYears: z.coerce.number().int().min(1).max(30).default(10),
  monthlyBudgetUsd: z.coerce.number().int().positive().default(200),
});

/** What the province's engineer decides; everything else is decided here. */
export type Settings = z.output<typeof given> & { readonly partition: 'aws' | 'aws-cn' };

/** The settings, as the command line names them. */
export const settingNames: readonly string[] = Object.keys(given.shape);

/** Refused before anything is made: the message lists everything that is missing or wrong. */
export class SettingsError extends Error {
  override readonly name = 'SettingsError';
  readonly code = 'SETTINGS_INCOMPLETE';
}

const refuse = (faults: readonly string[]): SettingsError =>
  new SettingsError(
    [
      'SETTINGS_INCOMPLETE: the desk cannot be synthesised. Give each of these with -c NAME=VALUE, or as a key of',
      'cdk.context.json (infra/aws/README.md explains them):',
      ...faults.map((fault) => `  ${fault}`),
    ].join('\n'),
  );

type Given = z.output<typeof given>;

/** What fits no region, or does not fit together. */
const clashes: readonly (readonly [test: (settings: Given) => boolean, fault: string])[] = [
  [
    ({ region, signIn }) => china.test(region) && signIn === 'cognito',
    'signIn: China regions have no Cognito user pools; give the https address of an OIDC issuer',
  ],
  [
    ({ signIn, oidcAudience }) => signIn !== 'cognito' && oidcAudience === undefined,
    'oidcAudience: must be given with an OIDC issuer (the “aud” of its tokens)',
  ],
  [
    ({ region, waf }) => china.test(region) && waf,
    'waf: CloudFront in China takes no web ACL; leave it out and put the province’s own firewall before the domain',
  ],
  [
    ({ web, waf }) => waf && web === 'bucket',
    'waf: stands before CloudFront; without it (web=bucket) there is nothing to attach it to',
  ],
  [
    ({ region, web, domainName, iamCertificateId }) =>
      china.test(region) &&
      web === 'cloudfront' &&
      (domainName === undefined || iamCertificateId === undefined),
    'domainName, iamCertificateId: CloudFront in China serves only a domain of yours with an ICP record and a certificate ' +
      'in the IAM store; give both, or web=bucket',
  ],
  [
    ({ region, domainName, web, certificateArn }) =>
      !china.test(region) && web === 'cloudfront' && domainName !== undefined && certificateArn === undefined,
    'certificateArn: a domain name needs a certificate of us-east-1',
  ],
];

const explain = (
  { path, message, code }: z.core.$ZodIssue,
  context: Readonly<Record<string, unknown>>,
): string => {
  const name = String(path[0] ?? '');
  if (code === 'unrecognized_keys') return `${message}. Known: ${settingNames.join(', ')}`;
  return context[name] === undefined ? `${name}: is missing; ${message}` : `${name}: ${message}`;
};

/**
 * The settings out of the CDK's context; keys of the CDK itself carry a colon or a slash and are left alone.
 * @throws SettingsError that lists everything at once
 */
export const readSettings = (context: Readonly<Record<string, unknown>>): Settings => {
  const own = Object.fromEntries(Object.entries(context).filter(([key]) => !/[:/]/.test(key)));
  const parsed = given.safeParse(own);
  if (!parsed.success) throw refuse(parsed.error.issues.map((issue) => explain(issue, own)));
  const faults = clashes.filter(([test]) => test(parsed.data)).map(([, fault]) => fault);
  if (faults.length > 0) throw refuse(faults);
  return { ...parsed.data, partition: china.test(parsed.data.region) ? 'aws-cn' : 'aws' };
};
