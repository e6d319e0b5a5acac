import { describe, expect, test } from 'vitest';
import { plainLines, plainText, remark } from './plain-text.ts';

describe('a name', () => {
  test.each([
    ['blanks around it', '  张小兰 ', '张小兰'],
    ['a zero-width blank and a byte order mark', '张\u200b小\ufeff兰', '张小兰'],
    ['marks that turn the reading order', '张\u202e兰小\u202c', '张兰小'],
    ['a NUL character', '张小兰\u0000', '张小兰'],
    ['a line end within', '汾河\r\n人力', '汾河 人力'],
  ])('loses %s', (_what, sent, kept) => {
    expect(plainText(50).parse(sent)).toBe(kept);
  });

  test('keeps rare characters, middle dots and full-width brackets', () => {
    const name = '买买提·𠮷（女）';
    expect(plainText(50).parse(name)).toBe(name);
  });

  test.each([
    ['hidden characters alone', '\u200b\u2060'],
    ['bytes that were no UTF-8', '张\ufffd\ufffd'],
    ['half a character', '张\ud842'],
    ['more than its length', '张'.repeat(51)],
  ])('may not be %s', (_what, sent) => {
    expect(plainText(50).safeParse(sent).success).toBe(false);
  });
});

test('an objection keeps its lines, and loses what hides between them', () => {
  const text = plainLines(1000, 10, 'too short');
  expect(text.parse('此人三月份一直在村里\r\n没有\u0007外出。\n')).toBe('此人三月份一直在村里\n没有外出。');
  expect(text.safeParse(' \n'.repeat(20)).success).toBe(false);
});

describe('a remark that others read', () => {
  test.each([
    '名册第3号，车票 E2020031200123 相符',
    '金额1234567890分',
    '统一社会信用代码 91141124MA0TE5T088',
    '2020年3月12日至2020年6月30日',
  ])('may say “%s”', (text) => {
    expect(remark().safeParse(text).success).toBe(true);
  });

  test.each([
    ['a citizen id', '身份证141124198506129974不符'],
    ['a citizen id with blanks and a small x', '身份证 141124 19850612 997x 不符'],
    ['a citizen id in full-width figures', '身份证１４１１２４１９８５０６１２９９７４不符'],
    ['a mobile number with dashes', '电话138-0000-0000无人接听'],
    ['a bank card', '卡号6217000010000000003已注销'],
  ])('may not hold %s', (_what, text) => {
    expect(remark().safeParse(text).success).toBe(false);
  });
});
