import type { IsoMonth } from '../../contracts/scalars.ts';
import { caveat, claimed, notApplicable, pass, registered, unavailable, type Finding } from '../check.ts';
import { isKnown } from '../facts.ts';
import { needsWorker } from '../poor-worker.ts';
import type { SocialInsuranceFacts } from './facts.ts';
import type { Judged, JudgedMonth } from './months.ts';

const monthsWhere = ({ months }: Judged, holds: (judged: JudgedMonth) => boolean): IsoMonth[] =>
  months.flatMap((judged) => (judged.standing === 'COUNTS' && holds(judged) ? judged.month : []));

const noRegister = notApplicable(
  '参保登记没有此人的缴费。',
  'The insurance register has no contributions of this worker.',
);

const known = (facts: SocialInsuranceFacts, name: string, months: readonly IsoMonth[]) =>
  isKnown(facts.worker) ? [registered(name, months.join(' '), facts.worker.source)] : [];

const isMissing = ({ register }: JudgedMonth): boolean => register === undefined || register.paid.size === 0;

/** The contributions of the claim against the insurance register: the smaller sum is paid, and a person looks. */
export const contributionsAgree = (judged: Judged, facts: SocialInsuranceFacts): Finding => {
  if (!isKnown(facts.worker)) return needsWorker;
  if (judged.register === undefined)
    return unavailable(
      'REGISTER_DOES_NOT_KNOW',
      '参保登记中没有查到此人的缴费，由工作人员核实。',
      'The insurance register has no contributions of this worker; an officer looks.',
    );
  const missing = monthsWhere(judged, isMissing);
  const differing = judged.months.filter((one) => one.differs && !isMissing(one)).map(({ month }) => month);
  const inputs = [
    ...known(facts, 'monthsNotRegistered', missing),
    ...known(facts, 'monthsThatDiffer', differing),
    claimed('months', judged.months.length),
  ];
  const open = [...missing, ...differing];
  return open.length === 0
    ? pass('参保缴费登记与申报一致。', 'The insurance register agrees.', { inputs })
    : caveat(
        'REGISTER_DIFFERS',
        `${open.join('、')} 的参保缴费登记与申报不一致，由工作人员核实。`,
        `For ${open.join(', ')} the insurance register says something else than the claim; an officer looks.`,
        { inputs },
      );
};

/** 先缴后补: owed is not paid. */
export const paidBefore = (judged: Judged, facts: SocialInsuranceFacts): Finding => {
  if (judged.register === undefined) return noRegister;
  const unpaid = monthsWhere(judged, ({ register }) => register?.unpaid === true);
  const inputs = known(facts, 'monthsNotSeenPaid', unpaid);
  return unpaid.length === 0
    ? pass('社会保险费先缴后补。', 'The contributions were paid before the claim.', { inputs })
    : caveat(
        'PROOF_MISSING',
        `${unpaid.join('、')} 没有申报前的到账记录，由工作人员核实。`,
        `No payment before the claim is registered for ${unpaid.join(', ')}; an officer looks.`,
        { inputs },
      );
};

/** A line entered twice for a month counts once; a month that two employers paid for is paid for once. */
export const insuredOnce = (judged: Judged, facts: SocialInsuranceFacts): Finding => {
  if (judged.register === undefined) return noRegister;
  const twice = monthsWhere(judged, ({ register }) => register?.twice === true);
  const others = monthsWhere(judged, ({ register }) => register?.otherEmployer === true);
  const inputs = [
    ...known(facts, 'monthsEnteredTwice', twice),
    ...known(facts, 'monthsOfTwoEmployers', others),
  ];
  if (others.length > 0)
    return caveat(
      'REGISTER_DIFFERS',
      `${others.join('、')} 另有单位为此人缴费，同一月份只补一个单位，由工作人员核实。`,
      `Another employer paid for ${others.join(', ')} too; a month is paid to one employer. An officer looks.`,
      { inputs },
    );
  return twice.length > 0
    ? caveat(
        'REGISTER_DIFFERS',
        `${twice.join('、')} 同一险种登记了不止一次，只计一次，由工作人员核实。`,
        `A contribution for ${twice.join(', ')} is registered more than once and counts once; an officer looks.`,
        { inputs },
      )
    : pass('各月各险种登记一次，没有其他单位缴费。', 'Every contribution once, and no other employer.', {
        inputs,
      });
};

/** The employer claims for its own workers. */
export const employer = ({ applicant, claim }: SocialInsuranceFacts): Finding => {
  if (!isKnown(applicant)) return notApplicable('申请单位未知。', 'The applicant is not known.');
  const inputs = [
    registered('applicantType', applicant.type, applicant.source),
    claimed('isOwnWorker', applicant.organisationId === claim.employerCode),
  ];
  return applicant.organisationId === claim.employerCode
    ? pass('申请单位就是缴费单位。', 'The applicant is the employer that paid.', { inputs })
    : caveat(
        'REGISTER_DIFFERS',
        '申请单位不是缴费单位，由工作人员核实。',
        'The applicant is not the employer that paid; an officer looks.',
        { inputs },
      );
};
