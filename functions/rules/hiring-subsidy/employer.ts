import type { OrganisationRecord } from '../../contracts/registers/organisation.ts';
import { applicantNotKnown } from '../applicant-known.ts';
import { caveat, fail, notApplicable, pass, registered, unavailable, used, type Finding } from '../check.ts';
import { isKnown, type RuleSet } from '../facts.ts';
import { standingOn } from '../recognition.ts';
import type { HiringFacts } from './facts.ts';

/** What an employer is decides what is asked of it, and which figure is its own. */
export type Basis = 'WORKSHOP' | 'SMALL_ENTERPRISE' | 'LARGE_ENTERPRISE' | 'KEY_PROJECT';

/** The claim is made on the last day that it speaks of, where nobody says when. */
const claimDay = ({ submittedOn, claim: { hiredOn, months } }: HiringFacts): string => {
  if (submittedOn !== undefined) return submittedOn;
  const last =
    months
      .map(({ month }) => `${month}-28`)
      .sort()
      .at(-1) ?? hiredOn;
  return last > hiredOn ? last : hiredOn;
};

const isRecognised = (facts: HiringFacts): boolean => {
  const { recognition } = facts;
  if (!isKnown(recognition)) return false;
  const standing = standingOn(recognition, claimDay(facts));
  return standing === 'ACTIVE' || standing === 'SUSPENDED';
};

const byClaim = ({ claim }: HiringFacts): Basis =>
  claim.contract === undefined ? 'WORKSHOP' : 'SMALL_ENTERPRISE';

/**
 * A workshop is judged by months and pay, everybody else by the contract. A recognised enterprise that names no
 * contract claims as a workshop. An unknown size is read as small: the source states the sum for 小微企业.
 */
export const basisOf = (facts: HiringFacts): Basis => {
  const { applicant, claim } = facts;
  if (!isKnown(applicant)) return byClaim(facts);
  if (applicant.type === 'WORKSHOP') return 'WORKSHOP';
  if (claim.contract === undefined && isRecognised(facts)) return 'WORKSHOP';
  if (applicant.type === 'KEY_PROJECT') return 'KEY_PROJECT';
  return applicant.sizeClass === 'LARGE' || applicant.sizeClass === 'MEDIUM'
    ? 'LARGE_ENTERPRISE'
    : 'SMALL_ENTERPRISE';
};

type Type = OrganisationRecord['type'];
const named: ReadonlySet<Type> = new Set([
  'ENTERPRISE',
  'WORKSHOP',
  'KEY_PROJECT',
  'HR_AGENCY',
  'FARM_INPUT_ENTERPRISE',
  'LEADING_FARM_ENTERPRISE',
] as const);
const farms: ReadonlySet<Type> = new Set([
  'FARM_COOPERATIVE',
  'FAMILY_FARM',
  'LARGE_GROWER',
  'FARM_SERVICE_ORGANISATION',
] as const);
const never: ReadonlySet<Type> = new Set(['PUBLIC_EMPLOYMENT_SERVICE', 'LABOUR_BROKER'] as const);

const individualBusiness = (applicant: OrganisationRecord, rules: RuleSet): Finding => {
  const reading = rules.values.hiring.individualBusiness;
  const rest = {
    inputs: [registered('applicantType', applicant.type, applicant.source)],
    values: [used(rules, 'hiring.individualBusiness', reading)],
  };
  const words = ['个体工商户字面上不属企业', 'An individual business is no enterprise in words'] as const;
  if (reading === 'AS_ENTERPRISE')
    return pass('本县将个体工商户按企业对待。', 'The county treats it as an enterprise.', rest);
  return reading === 'NOT_PAID'
    ? fail(
        'NOT_ELIGIBLE_ORGANISATION',
        `${words[0]}，本县不予补助。`,
        `${words[1]}; the county pays none.`,
        rest,
      )
    : caveat(
        'NOT_ELIGIBLE_ORGANISATION',
        `${words[0]}，由工作人员决定。`,
        `${words[1]}; an officer decides.`,
        rest,
      );
};

/** 各类企业、扶贫车间、重点项目等: what the notice names passes; of what 等 may hold an officer decides. */
export const employerKind = ({ applicant }: HiringFacts, rules: RuleSet): Finding => {
  if (!isKnown(applicant)) return applicantNotKnown(applicant);
  const { type, source } = applicant;
  const inputs = [registered('applicantType', type, source)];
  if (type === 'INDIVIDUAL_BUSINESS') return individualBusiness(applicant, rules);
  if (named.has(type)) return pass('申请单位属补助范围。', 'An employer that the clause names.', { inputs });
  if (never.has(type))
    return fail(
      'NOT_ELIGIBLE_ORGANISATION',
      '申请单位不是招用劳动力的企业、扶贫车间或重点项目。',
      'The applicant is no enterprise, workshop or key project.',
      { inputs },
    );
  return farms.has(type)
    ? caveat(
        'NOT_ELIGIBLE_ORGANISATION',
        '农业经营主体应按第五条第2项申报，由工作人员核实。',
        'A farm entity claims by clause 五.2; an officer looks.',
        { inputs },
      )
    : caveat(
        'NOT_ELIGIBLE_ORGANISATION',
        '条文没有列明此类单位，由工作人员决定。',
        'The clause does not name this kind of employer; an officer decides.',
        { inputs },
      );
};

/** Only a recognised workshop is one; what matters is how its recognition stands when the claim is made. */
export const recognised = (facts: HiringFacts): Finding => {
  if (basisOf(facts) !== 'WORKSHOP') return notApplicable('不按扶贫车间申报。', 'Not claimed as a workshop.');
  const { recognition } = facts;
  if (!isKnown(recognition))
    return unavailable(
      'REGISTER_DOES_NOT_KNOW',
      '没有查到扶贫车间认定，由工作人员核实。',
      'No recognition as a workshop was found; an officer looks.',
    );
  const standing = standingOn(recognition, claimDay(facts));
  const inputs = [
    registered('recognitionNo', recognition.recognitionNo, recognition.source),
    registered('status', standing, recognition.source),
  ];
  if (standing === 'ACTIVE') return pass('扶贫车间认定有效。', 'The recognition is in force.', { inputs });
  return standing === 'SUSPENDED'
    ? caveat('NOT_RECOGNISED', '扶贫车间认定已暂停，由工作人员核实。', 'The recognition is suspended.', {
        inputs,
      })
    : fail('NOT_RECOGNISED', '扶贫车间认定无效。', 'There is no recognition in force.', { inputs });
};
