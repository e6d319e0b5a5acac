import { describe, expect, test } from 'vitest';
import { readSettings, settingNames } from './settings.ts';
import { china, commercial } from './test-desk.ts';

const messageFor = (given: Readonly<Record<string, unknown>>): string => {
  try {
    readSettings(given);
    return '';
  } catch (error) {
    return error instanceof Error ? error.message : '';
  }
};

test('whoever gives nothing is told everything that is missing, at once', () => {
  const message = messageFor({});
  for (const name of ['stage', 'account', 'region', 'alarmEmail', 'signIn'])
    expect(message).toContain(`  ${name}: is missing`);
  expect(message).toContain('SETTINGS_INCOMPLETE');
});

test('a mistyped setting is named, with those there are; the CDK’s own keys are left alone', () => {
  expect(messageFor({ ...commercial, alarmMail: 'x@example.org' })).toContain('alarmMail');
  expect(messageFor({ ...commercial, 'aws:cdk:bundling-stacks': [], '@aws-cdk/core:x': true })).toBe('');
});

test.each([
  ['a hyphen, which would let two stages share a name', 'my-stage'],
  ['a capital', 'Prod'],
  ['a digit first', '1prod'],
  ['more than twelve letters', 'abcdefghijklm'],
])('a stage name with %s is refused', (_why, stage) => {
  expect(messageFor({ ...commercial, stage })).toContain(
    '  stage: must be 2 to 12 lower-case letters and digits',
  );
});

describe('what fits no region, or does not fit together, is refused', () => {
  test.each([
    ['Cognito in China', { ...china, signIn: 'cognito' }, 'signIn'],
    [
      'an issuer without the audience of its tokens',
      { ...commercial, signIn: 'https://login.example.org' },
      'oidcAudience',
    ],
    [
      'an issuer without TLS',
      { ...commercial, signIn: 'http://login.example.org', oidcAudience: 'desk' },
      'signIn',
    ],
    ['a web ACL in China', { ...china, waf: 'yes' }, 'waf'],
    ['a web ACL without CloudFront', { ...commercial, waf: 'yes', web: 'bucket' }, 'waf'],
    [
      'CloudFront in China without a certificate of the IAM store',
      { ...china, iamCertificateId: undefined },
      'domainName, iamCertificateId',
    ],
    ['a domain without a certificate', { ...commercial, domainName: 'desk.example.org' }, 'certificateArn'],
    ['an audit for no year', { ...commercial, auditYears: '0' }, 'auditYears'],
    ['a retention CloudWatch does not know', { ...commercial, logRetentionDays: '100' }, 'logRetentionDays'],
  ])('%s', (_what, given, setting) => {
    expect(messageFor(JSON.parse(JSON.stringify(given)) as Record<string, unknown>)).toContain(
      `  ${setting}`,
    );
  });
});

test('protection from deletion is no setting: it cannot be turned off by a mistyped word', () => {
  expect(settingNames.filter((name) => /protect|delet|retain/i.test(name))).toEqual([]);
  expect(messageFor({ ...commercial, deletionProtection: 'false' })).toContain('deletionProtection');
});
