import { describe, expect, test } from 'vitest';
import { maskPhone, phone } from './phone.ts';

describe('a mobile number', () => {
  test.each([
    '13800000996',
    '+86 138 0000 0996',
    '0086-138-0000-0996',
    '8613800000996',
    '１３８０００００９９６',
  ])('written %s is one and the same number', (typed) => {
    expect(phone.parse(typed)).toBe('+8613800000996');
  });

  test.each(['12800000996', '1380000099', '138000009960', '0351-1234567', '+1 138 0000 0996', ''])(
    '%s is no mobile number of the mainland',
    (typed) => {
      expect(phone.safeParse(typed).success).toBe(false);
    },
  );

  test('only its last four digits are listed', () => {
    expect(maskPhone('+8613800000996')).toBe('**********0996');
  });
});
