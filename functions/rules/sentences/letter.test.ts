import { expect, test } from 'vitest';
import { letterOf, type LetterLine } from './letter.ts';

const next = { zh: '名单正在公示，至2020-03-23止。', en: 'The list hangs until 2020-03-23.' };
const transport = { zh: '一次性交通补助', en: 'Transport subsidy' };
const line = (rest: Partial<LetterLine> = {}): LetterLine => ({
  lineNo: 1,
  maskedName: '张**',
  outcome: 'APPROVE',
  amountFen: 55300,
  reasons: ['OK'],
  clause: '二.1',
  ...rest,
});
const letter = (...lines: LetterLine[]) =>
  letterOf({ applicationId: 'A20200316-7K3M9QW2ZD', instrument: transport, lines, next });

test('a clear claim: how much, by which clause, what happens next', () => {
  expect(letter(line())).toEqual({
    zh: '一次性交通补助申请 A20200316-7K3M9QW2ZD\n可补助 553.00 元（通知第二条第1项）。\n下一步：名单正在公示，至2020-03-23止。',
    en: 'Transport subsidy, application A20200316-7K3M9QW2ZD\n553.00 yuan can be paid (notice, part 2, point 1).\nNext: The list hangs until 2020-03-23.',
  });
});

test('a refusal tells every reason at once', () => {
  const { zh, en } = letter(
    line({ outcome: 'REJECT', amountFen: 0, reasons: ['UNDER_AGE', 'NOT_ORGANISED'] }),
  );
  expect(zh).toContain('不能补助（通知第二条第1项）：当时未满十六周岁。不属于有组织外出。');
  expect(en).toContain(
    'Not paid (notice, part 2, point 1): The worker was not yet 16 on that day. The journey',
  );
});

test('what a register does not know is no refusal', () => {
  expect(letter(line({ outcome: 'REVIEW', reasons: ['REGISTER_DOES_NOT_KNOW'] })).zh).toContain(
    '还要请工作人员看一看：登记数据中没有查到',
  );
});

test('a roster is counted and the first lines told, so that it fits on a phone', () => {
  const lines = Array.from({ length: 40 }, (_, index) => line({ lineNo: index + 1, clause: '二.2' }));
  const { zh } = letter(...lines, line({ lineNo: 41, outcome: 'REJECT', reasons: ['DUPLICATE'] }));
  expect(zh).toContain('共 41 人：40 人可补助，计 22120.00 元；1 人不能补助；0 人还要核实。');
  expect(zh).toContain('其余 36 行请在线查看。');
  expect(zh.length).toBeLessThan(400);
});
