import {
  caveat,
  fail,
  notApplicable,
  pass,
  registered,
  unavailable,
  used,
  claimed,
  type Finding,
} from '../check.ts';
import { isKnown, type PlacementFacts, type RuleSet } from '../facts.ts';

const marketBodies = new Set([
  'HR_AGENCY',
  'TRAINING_PROVIDER',
  'LABOUR_BROKER',
  'OTHER_MARKET_BODY',
  'ENTERPRISE',
]);

/** 人力资源服务机构、职业培训机构、劳务经纪人等市场主体: public employment services are not market bodies. */
export const marketBody = ({ applicant }: PlacementFacts): Finding => {
  if (!isKnown(applicant))
    return unavailable(
      'REGISTER_DOES_NOT_KNOW',
      '机构名录中没有查到申请单位，由工作人员核实。',
      'The register of organisations does not know the applicant; an officer looks.',
    );
  const inputs = [registered('applicantType', applicant.type, applicant.source)];
  return marketBodies.has(applicant.type)
    ? pass('申请单位属市场主体。', 'The applicant is a market body.', { inputs })
    : fail('NOT_MARKET_INTERMEDIARY', '申请单位不属市场主体。', 'The applicant is not a market body.', {
        inputs,
      });
};

/** A service agency needs its licence on the day of the referral; a broker is known by citizen id and needs none. */
export const licence = ({ applicant, claim }: PlacementFacts, rules: RuleSet): Finding => {
  const required = rules.values.placement.requireHrLicence;
  const values = [used(rules, 'placement.requireHrLicence', required)];
  if (!isKnown(applicant))
    return notApplicable(
      '申请单位未知，许可证由工作人员核实。',
      'The applicant is not known; an officer checks the licence.',
    );
  if (!required || applicant.type !== 'HR_AGENCY')
    return pass('不要求人力资源服务许可证。', 'No licence is asked for.', { values });
  const { licence: held, source } = applicant;
  const inputs = [
    registered('licenceFrom', held?.startsOn ?? null, source),
    registered('licenceTo', held?.endsOn ?? null, source),
    claimed('referredOn', claim.referredOn),
  ];
  const valid =
    held !== undefined &&
    held.startsOn <= claim.referredOn &&
    claim.referredOn <= (held.endsOn ?? claim.referredOn);
  return valid
    ? pass('推荐当日人力资源服务许可证有效。', 'The licence was valid on the day of the referral.', {
        inputs,
        values,
      })
    : fail(
        'LICENCE_NOT_VALID',
        '推荐当日没有有效的人力资源服务许可证。',
        'No licence was valid on the day of the referral.',
        {
          inputs,
          values,
        },
      );
};

/** An agency that places people with itself or a sister company is for a person to look at (POLICY 3.2). */
export const ownPlacement = ({ applicant, employer, claim }: PlacementFacts): Finding => {
  if (!isKnown(applicant)) return notApplicable('申请单位未知。', 'The applicant is not known.');
  const inputs = [registered('ownerGroup', applicant.ownerGroup ?? null, applicant.source)];
  const same = applicant.organisationId === claim.employerCode;
  const sister =
    isKnown(employer) && applicant.ownerGroup !== undefined && applicant.ownerGroup === employer.ownerGroup;
  return same || sister
    ? caveat(
        'EMPLOYER_IS_APPLICANT',
        '用人单位就是申请单位或其关联企业，由工作人员核实。',
        'The employer is the applicant or of the same owner; an officer looks.',
        { inputs },
      )
    : pass('用人单位与申请单位没有关联。', 'The employer and the applicant are separate.', { inputs });
};
