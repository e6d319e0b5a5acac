import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The deployments that every change has to hold for; nothing in them is real. */
const common = { stage: 'check', account: '123456789012', alarmEmail: 'on-call@example.org' };
const deployments = {
  'commercial region, Cognito': { ...common, region: 'eu-central-1', signIn: 'cognito' },
  'commercial region, own domain, web ACL': {
    ...common,
    region: 'eu-central-1',
    signIn: 'https://login.example.org',
    oidcAudience: 'subsidy-desk',
    domainName: 'desk.example.org',
    certificateArn: 'arn:aws:acm:us-east-1:123456789012:certificate/00000000-0000-0000-0000-000000000000',
    waf: 'yes',
  },
  'China, CloudFront': {
    ...common,
    region: 'cn-northwest-1',
    signIn: 'https://login.example.cn',
    oidcAudience: 'subsidy-desk',
    domainName: 'butie.example.cn',
    iamCertificateId: 'ASCAEXAMPLE123456789',
  },
  'China, pages in a bucket': {
    ...common,
    region: 'cn-north-1',
    signIn: 'https://login.example.cn',
    oidcAudience: 'subsidy-desk',
    web: 'bucket',
    architecture: 'x86_64',
  },
};

const synthesise = (settings: Readonly<Record<string, string>>, out: string): boolean => {
  const context = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const { status, stdout, stderr } = spawnSync(
    'npx',
    ['cdk', 'synth', '--quiet', '--output', out, ...context],
    {
      encoding: 'utf8',
    },
  );
  if (status !== 0) process.stdout.write(`${stdout}\n${stderr}\n`);
  return status === 0;
};

const folder = mkdtempSync(join(tmpdir(), 'subsidy-synth-'));
try {
  for (const [name, settings] of Object.entries(deployments)) {
    const started = performance.now();
    const passed = synthesise(settings, join(folder, settings.region, String(started)));
    const seconds = Math.round((performance.now() - started) / 1000);
    process.stdout.write(`${passed ? 'synthesised and checked' : 'REFUSED'}: ${name} (${seconds} s)\n`);
    if (!passed) process.exitCode = 1;
  }
} finally {
  rmSync(folder, { recursive: true });
}
