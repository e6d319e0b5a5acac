import { expect, test } from 'vitest';
import { villageCode } from './village.ts';

test.each([
  ['a village of 临县', '141124999201', true],
  ['with spaces around it', ' 141124999201 ', true],
  ['a township’s nine digits', '141124999', false],
  ['letters in it', '14112499920A', false],
  ['of a county that does not exist', '149999100201', false],
])('%s', (_case, code, isRight) => {
  expect(villageCode.safeParse(code).success).toBe(isRight);
});
