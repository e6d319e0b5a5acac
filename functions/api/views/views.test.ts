import { expect, test } from 'vitest';
import { getApplicationOperation } from '../../contracts/api/application-reads.ts';
import { noticeView } from '../../contracts/api/notices.ts';
import { taskView } from '../../contracts/api/tasks.ts';
import { lineView } from '../../contracts/api/views.ts';
import { aHead, aLine, aNotice, anActor, aTask } from '../../../test/builders/rows.ts';
import { detailOf } from './application-view.ts';
import { lineViewOf } from './line-view.ts';
import { noticeViewOf } from './notice-view.ts';
import { daysSince, taskViewOf } from './task-view.ts';

const verifier = anActor('COUNTY_VERIFIER');

test('no view carries a sealed field, a token, a pseudonym or a full name', () => {
  const shown = JSON.stringify([
    getApplicationOperation.response.parse(detailOf(aHead(), '2020-03-16')),
    lineView.parse(lineViewOf(aLine())),
    taskView.parse(taskViewOf({ task: aTask(), head: aHead() }, verifier, '2020-03-16T02:00:00.000Z')),
    noticeView.parse(noticeViewOf(aNotice())),
  ]);
  expect(shown).not.toMatch(/sealed|secret|pseudonym|张小兰/);
  expect(shown).toContain('张**');
});

test('an organisation is listed by its name', () => {
  const head = aHead({ applicantKind: 'ORGANISATION', applicantName: '汾河人力资源有限公司' });
  expect(detailOf(head, '2020-03-16').applicant).toBe('汾河人力资源有限公司');
});

test('an application says what happens next, and why its lines came out as they did', () => {
  const tally = {
    run: 1,
    approve: 0,
    reject: 1,
    review: 0,
    notConfigured: 0,
    amountFen: 0,
    overall: 'REJECT',
    reasons: ['UNDER_AGE', 'OK'],
  } as const;
  const head = aHead({
    tally: { ...tally, reasons: [...tally.reasons] },
    wait: { kind: 'VERIFY', rowId: 'x', dueOn: '2020-03-23' },
  });
  const shown = getApplicationOperation.response.parse(detailOf(head, '2020-03-16'));
  expect(shown.next).toMatchObject({ waitingFor: 'VERIFY', dueOn: '2020-03-23' });
  expect(shown.reasons.map(({ code }) => code)).toEqual(['UNDER_AGE']);
  expect(shown.tally).toEqual({ approve: 0, reject: 1, review: 0, notConfigured: 0 });
});

test('a task is overdue on the day after its due day, by Shanxi’s calendar', () => {
  const at = (instant: string) => taskViewOf({ task: aTask(), head: aHead() }, verifier, instant);
  expect(at('2020-03-23T15:59:00.000Z')).toMatchObject({ overdue: false, ageDays: 7 });
  expect(at('2020-03-23T16:00:00.000Z')).toMatchObject({ overdue: true, ageDays: 8 });
});

test('a task says who holds it, and whether that is you', () => {
  const claim = { claimedBy: 'u-other', claimedByName: '王审核', claimedAt: '2020-03-16T03:00:00.000Z' };
  const shown = (task = aTask(claim)) =>
    taskViewOf({ task, head: aHead() }, verifier, '2020-03-16T04:00:00.000Z');
  expect(shown().claimedBy).toEqual({ name: '王审核', since: '2020-03-16T03:00:00.000Z', you: false });
  expect(shown(aTask({ ...claim, claimedBy: verifier.id })).claimedBy?.you).toBe(true);
  expect(shown(aTask()).claimedBy).toBeUndefined();
});

test('a clock that runs a little behind makes no task younger than a day', () => {
  expect(daysSince('2020-03-17T02:00:00.000Z', '2020-03-16T02:00:00.000Z')).toBe(0);
});

test('a person who applied is not named on a notice, an organisation is', () => {
  expect(noticeViewOf(aNotice())).not.toHaveProperty('organisation');
  expect(noticeViewOf(aNotice({ applicantName: '汾河人力' })).organisation).toBe('汾河人力');
});
