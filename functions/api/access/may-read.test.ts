import { describe, expect, test } from 'vitest';
import { aHead, anActor } from '../../../test/builders/rows.ts';
import { mustBeReadable } from './may-read.ts';

const refused = expect.objectContaining({ status: 404, code: 'NOT_FOUND' }) as Error;

describe('an application is read', () => {
  test('by its applicant', () => {
    const head = aHead();
    expect(mustBeReadable(head, anActor('APPLICANT'))).toBe(head);
  });

  test('by a colleague of the agency that filed it', () => {
    const head = aHead({ owner: '91141124MA0TE5T088' });
    expect(mustBeReadable(head, anActor('INTERMEDIARY', { organisationId: '91141124MA0TE5T088' }))).toBe(
      head,
    );
  });

  test('by the county’s staff, and by whoever supervises the county', () => {
    const head = aHead();
    expect(mustBeReadable(head, anActor('COUNTY_APPROVER'))).toBe(head);
    expect(mustBeReadable(head, anActor('PROVINCE_SUPERVISOR', { division: '140000' }))).toBe(head);
  });
});

describe('an application is nobody’s business', () => {
  test.each([
    ['another worker of the same county', aHead(), anActor('APPLICANT', { id: 'u-other' })],
    ['another county’s verifier', aHead(), anActor('COUNTY_VERIFIER', { division: '141125' })],
    ['the county’s staff while it is a draft', aHead({ state: 'DRAFT' }), anActor('COUNTY_VERIFIER')],
    ['anybody, when it does not exist', undefined, anActor('AUDITOR', { division: '140000' })],
  ])('%s', (_case, head, actor) => {
    expect(() => mustBeReadable(head, actor)).toThrow(refused);
  });

  test('and the answer does not tell the two apart', () => {
    const messages = [undefined, aHead()].map((head) => {
      try {
        return mustBeReadable(head, anActor('APPLICANT', { id: 'u-other' })).state;
      } catch (error) {
        return (error as Error).message;
      }
    });
    expect(messages[0]).toBe(messages[1]);
  });
});
