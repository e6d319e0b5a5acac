import { describe, expect, test } from 'vitest';
import { check } from '../contracts/assessment.ts';
import { checkOf, claimed, fail, notConfigured, pass, registered, used, yuan } from './check.ts';
import { valuesInForce } from './values/index.ts';

const rules = valuesInForce('141124', '2020-03-16');
const source = { register: 'WORKERS', asOf: '2020-03-01', version: 7 };

describe('a check', () => {
  test('names its clause, what it read and from where, the value it used and its document', () => {
    const found = pass('已满。', 'Of age.', {
      inputs: [claimed('eventDate', '2020-03-16'), registered('age', 34, source)],
      values: [used(rules, 'minimumAge', 16)],
    });
    expect(check.parse(checkOf('worker-of-age', '六.2', found))).toEqual({
      checkId: 'worker-of-age',
      outcome: 'PASS',
      clause: '六.2',
      inputs: [
        { name: 'eventDate', value: '2020-03-16', source: 'CLAIM' },
        { name: 'age', value: 34, source: 'WORKERS#7', asOf: '2020-03-01' },
      ],
      values: [{ ruleId: 'minimumAge', value: 16, source: '人社部发〔2018〕46号' }],
      sentence: { zh: '已满。', en: 'Of age.' },
    });
  });

  test('a refusal carries its reason', () => {
    expect(checkOf('a', '六.2', fail('UNDER_AGE', '未满。', 'Too young.'))).toMatchObject({
      outcome: 'FAIL',
      reasonCode: 'UNDER_AGE',
      inputs: [],
      values: [],
    });
  });

  test('a value that is not set is named to the county, and refuses nothing', () => {
    const found = notConfigured('retention.monthlyFen');
    expect(found).toMatchObject({ outcome: 'UNAVAILABLE', reason: 'RULE_NOT_CONFIGURED' });
    expect(found.zh).toContain('retention.monthlyFen');
    expect(found.en).toContain('retention.monthlyFen');
  });

  test('a value without a document says so', () => {
    expect(used({ ...rules, sources: {} }, 'minimumAge', 16).source).toBe('未注明');
  });
});

test.each([
  [0, '0.00'],
  [5, '0.05'],
  [99, '0.99'],
  [20_000, '200.00'],
  [55_310, '553.10'],
  [100_000_000_000, '1000000000.00'],
])('%i fen are written %s yuan', (fen, written) => {
  expect(yuan(fen)).toBe(written);
});
