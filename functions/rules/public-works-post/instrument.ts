import { monthsBetween } from '../calendar/days.ts';
import { monthsOfYear } from '../grid/stretch.ts';
import type { InstrumentDefinition } from '../instrument-definition.ts';
import { keysBeside } from '../keys-beside.ts';
import { postClaim, postMonths } from './claim.ts';
import { postFacts } from './facts.ts';
import { assessPost } from './index.ts';
import { postShipped, postValues } from './values.ts';

/** 临时公益岗位, clause 六.3; README.md beside this file is its page of prose. */
export const publicWorksPost: InstrumentDefinition<
  typeof postClaim,
  typeof postFacts,
  typeof postValues,
  'publicWorks'
> = {
  names: { zh: '临时公益岗位补贴', en: 'Temporary public works post' },
  clause: '六.3',
  checks: [
    'worker-registered',
    'worker-of-age',
    'worker-able',
    'handled-by-home-county',
    'unable-to-leave',
    'post-approved',
    'post-kind',
    'post-term',
    'post-quota',
    'attended',
    'in-register',
    'no-other-job',
    'within-term',
    'monthly-pay',
    'own-account',
    'each-month-once',
    'combination',
  ],
  about: 'WORKER',
  paidTo: 'WORKER',
  claimedBy: ['WORKER'],
  claim: postClaim,
  facts: postFacts,
  windowed: false,
  section: 'publicWorks',
  values: postValues,
  shipped: postShipped,
  evidence: [
    { zh: '岗位批准文件', en: 'Approval of the post', from: 'REGISTER' },
    { zh: '上岗协议', en: 'Appointment agreement', from: 'APPLICANT' },
    { zh: '考勤表', en: 'Attendance sheet', from: 'APPLICANT' },
    { zh: '意外伤害保险', en: 'Accident insurance', from: 'APPLICANT' },
    { zh: '无法外出的村级证明', en: 'The village’s word that the worker cannot leave', from: 'APPLICANT' },
    { zh: '本人银行卡或社会保障卡账户', en: 'An account in the worker’s own name', from: 'APPLICANT' },
  ],
  risks: [],
  records: ({ postId }) => ({ post: { kind: 'POST', id: postId } }),
  eventDate: ({ agreedFrom }) => agreedFrom,
  // Months of the agreement that were paid before count towards the longest term.
  periods: ({ agreedFrom, agreedTo }) => monthsBetween(agreedFrom, agreedTo),
  during: postMonths,
  periodsIn: monthsOfYear,
  besides: ({ months }) =>
    keysBeside(
      'PUBLIC_WORKS_POST',
      months.map(({ month }) => month),
    ),
  place: ({ county }) => county,
  assess: assessPost,
};
