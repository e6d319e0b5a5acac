import type { Licence, OrganisationRecord } from '../../contracts/registers/organisation.ts';
import type { IsoDate } from '../../contracts/scalars.ts';
import {
  caveat,
  claimed,
  fail,
  notApplicable,
  pass,
  registered,
  unavailable,
  used,
  type Finding,
} from '../check.ts';
import { isKnown, type RuleSet } from '../facts.ts';
import type { PlacementFacts } from './facts.ts';

const marketBodies: ReadonlySet<OrganisationRecord['type']> = new Set([
  'HR_AGENCY',
  'TRAINING_PROVIDER',
  'LABOUR_BROKER',
  'OTHER_MARKET_BODY',
  'ENTERPRISE',
] as const);

/** 人力资源服务机构、职业培训机构、劳务经纪人等市场主体: public employment services are not market bodies. */
export const marketBody = ({ applicant }: PlacementFacts): Finding => {
  if (!isKnown(applicant))
    return unavailable(
      'REGISTER_DOES_NOT_KNOW',
      applicant === 'UNKNOWN'
        ? '机构名录中没有查到申请单位，由工作人员核实。'
        : '机构名录暂时无法查询，由工作人员核实。',
      applicant === 'UNKNOWN'
        ? 'The register of organisations does not know the applicant; an officer looks.'
        : 'The register of organisations could not be asked; an officer looks.',
    );
  const inputs = [registered('applicantType', applicant.type, applicant.source)];
  return marketBodies.has(applicant.type)
    ? pass('申请单位属市场主体。', 'The applicant is a market body.', { inputs })
    : fail('NOT_MARKET_INTERMEDIARY', '申请单位不属市场主体。', 'The applicant is not a market body.', {
        inputs,
      });
};

/** The licence for employment services that was valid on that day, otherwise the one that was granted last. */
const licenceFor = ({ licences }: OrganisationRecord, on: IsoDate): Licence | undefined => {
  const granted = licences.filter(({ kind }) => kind === 'HR_SERVICE');
  return granted.find((one) => isValidOn(one, on)) ?? granted.at(-1);
};

const isValidOn = ({ startsOn, endsOn }: Licence, on: IsoDate): boolean =>
  startsOn <= on && (endsOn === undefined || on <= endsOn);

const licenceOf = (applicant: OrganisationRecord, on: IsoDate, rules: RuleSet): Finding => {
  const { source } = applicant;
  const held = licenceFor(applicant, on);
  const inputs = [
    registered('licenceFrom', held?.startsOn ?? null, source),
    registered('licenceTo', held?.endsOn ?? null, source),
    claimed('referredOn', on),
  ];
  const values = [used(rules, 'placement.requireHrLicence', true)];
  return held !== undefined && isValidOn(held, on)
    ? pass(
        `推荐当日（${on}）人力资源服务许可证有效。`,
        `The licence was valid on ${on}, the day of the referral.`,
        {
          inputs,
          values,
        },
      )
    : fail(
        'LICENCE_NOT_VALID',
        `推荐当日（${on}）没有有效的人力资源服务许可证。`,
        `No licence was valid on ${on}, the day of the referral.`,
        { inputs, values },
      );
};

/** A service agency needs its licence on the day of the referral; a broker is known by citizen id and needs none. */
export const licence = ({ applicant, claim }: PlacementFacts, rules: RuleSet): Finding => {
  if (!isKnown(applicant))
    return notApplicable(
      '申请单位未知，许可证由工作人员核实。',
      'The applicant is not known; an officer checks the licence.',
    );
  const required = rules.values.placement.requireHrLicence;
  if (required && applicant.type === 'HR_AGENCY') return licenceOf(applicant, claim.referredOn, rules);
  return pass('不要求人力资源服务许可证。', 'No licence is asked for.', {
    inputs: [registered('applicantType', applicant.type, applicant.source)],
    values: [used(rules, 'placement.requireHrLicence', required)],
  });
};

const isOfOneOwner = ({ ownerGroup }: OrganisationRecord, employer: PlacementFacts['employer']): boolean =>
  isKnown(employer) && ownerGroup !== undefined && ownerGroup === employer.ownerGroup;

/** An agency that places people with itself or a sister company is for a person to look at (POLICY 3.2). */
export const ownPlacement = ({ applicant, employer, claim }: PlacementFacts): Finding => {
  if (!isKnown(applicant)) return notApplicable('申请单位未知。', 'The applicant is not known.');
  const { ownerGroup, source } = applicant;
  const inputs = [registered('ownerGroup', ownerGroup ?? null, source)];
  if (applicant.organisationId === claim.employerCode || isOfOneOwner(applicant, employer))
    return caveat(
      'EMPLOYER_IS_APPLICANT',
      '用人单位就是申请单位或其关联企业，由工作人员核实。',
      'The employer is the applicant or of the same owner; an officer looks.',
      { inputs },
    );
  // An agency of no group has no sister company, whoever the employer is.
  if (ownerGroup !== undefined && !isKnown(employer))
    return unavailable(
      'REGISTER_DOES_NOT_KNOW',
      '申请单位属企业集团，而机构名录中没有查到用人单位，由工作人员核实是否关联。',
      'The applicant belongs to a group and the register does not know the employer; an officer looks whether they are related.',
      { inputs },
    );
  return pass('用人单位与申请单位没有关联。', 'The employer and the applicant are separate.', { inputs });
};
