import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { organisationCodeHolds, organisationCodeIn } from './organisation-code.ts';

describe('an organisation code', () => {
  test.each([
    ['the standard’s example, whose check is ten', 'D2143569X'],
    ['that of the credit code standard’s example', organisationCodeIn('91350100M000100Y43')],
    ['that of the policy’s example', organisationCodeIn('91141124MA0TE5T088')],
    ['one whose check is eleven and written 0', '000000000'],
  ])('%s holds', (_what, code) => {
    expect(organisationCodeHolds(code)).toBe(true);
  });

  test.each([
    ['another check character', 'D21435690'],
    ['two characters changed places', 'D2143596X'],
    ['eight characters', 'D2143569'],
    ['the dash that is printed on certificates', 'D2143569-X'],
    ['a small letter', 'd2143569X'],
  ])('with %s does not', (_what, code) => {
    expect(organisationCodeHolds(code)).toBe(false);
  });

  test('of all check characters exactly one holds', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[0-9A-Z]{8}$/), (body) => {
        expect(Array.from('0123456789X').filter((check) => organisationCodeHolds(body + check))).toHaveLength(
          1,
        );
      }),
    );
  });
});
