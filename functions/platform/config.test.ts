import { expect, test } from 'vitest';
import { readConfig } from './config.ts';

const common = {
  TABLE_NAME: 'subsidy-desk',
  APPLICATION_MACHINE_ARN: 'arn:aws:states:us-east-1:000000000000:stateMachine:application',
  OIDC_ISSUER: 'https://id.example.test',
  OIDC_AUDIENCE: 'subsidy-desk',
};
const keyArn = 'arn:aws:kms:us-east-1:000000000000:key/1';

test.each([
  ['neither', {}],
  ['both', { KEY_FILE: '/keys.json', VAULT_KEY_ARN: keyArn }],
])('%s of the two sources of keys is refused in one message that names both', (_case, keys) => {
  expect(() => readConfig({ ...common, ...keys })).toThrow(/exactly one of KEY_FILE .* and VAULT_KEY_ARN/);
});

test.each([
  ['a file', { KEY_FILE: '/keys.json' }],
  ['KMS', { VAULT_KEY_ARN: keyArn }],
])('%s alone is taken', (_case, keys) => {
  expect(readConfig({ ...common, ...keys })).toMatchObject({ tableName: 'subsidy-desk' });
});
