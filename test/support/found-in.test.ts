import { expect, test } from 'vitest';
import { foundIn } from './found-in.ts';

test('a text is found at the beginning, in the middle and at the end, among any bytes', () => {
  const bytes = Buffer.concat([
    Buffer.from('样甲子'),
    Buffer.from([0, 255, 0xe6]),
    Buffer.from('6217样'),
    Buffer.from('990'),
  ]);
  expect(foundIn(bytes, ['样甲子', '6217', '990', '样乙丑', '9901', '621'])).toEqual([
    '样甲子',
    '6217',
    '621',
    '990',
  ]);
});
