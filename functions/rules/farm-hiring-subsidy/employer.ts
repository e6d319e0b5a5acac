import type { OrganisationRecord } from '../../contracts/registers/organisation.ts';
import { applicantNotKnown } from '../applicant-known.ts';
import { caveat, claimed, fail, pass, registered, used, type Finding } from '../check.ts';
import { isKnown, type RuleSet } from '../facts.ts';
import type { FarmHiringFacts } from './facts.ts';

const farmEmployers: ReadonlySet<OrganisationRecord['type']> = new Set([
  'FARM_INPUT_ENTERPRISE',
  'FARM_COOPERATIVE',
  'FAMILY_FARM',
  'LEADING_FARM_ENTERPRISE',
  'LARGE_GROWER',
  'FARM_SERVICE_ORGANISATION',
] as const);

/** 各类农资企业、农业经营主体: by the type in the register; no recognition and no head-count is asked (POLICY 3.8). */
export const farmEmployer = ({ applicant }: FarmHiringFacts): Finding => {
  if (!isKnown(applicant)) return applicantNotKnown(applicant);
  const inputs = [registered('applicantType', applicant.type, applicant.source)];
  return farmEmployers.has(applicant.type)
    ? pass('申请单位为农资企业或农业经营主体。', 'A farm-input enterprise or a farm entity.', { inputs })
    : fail(
        'NOT_ELIGIBLE_ORGANISATION',
        '申请单位不是农资企业或农业经营主体，企业和扶贫车间按第四条第3项申报。',
        'Neither a farm-input enterprise nor a farm entity; an enterprise or a workshop claims by clause 四.3.',
        { inputs },
      );
};

/** Family members of the farm's owner are not employees (POLICY 3.8 d). */
export const notFamily = ({ claim: { ofOwnersFamily } }: FarmHiringFacts, rules: RuleSet): Finding => {
  const reading = rules.values.hiring.farmFamily;
  const rest = {
    inputs: [claimed('ofOwnersFamily', ofOwnersFamily)],
    values: [used(rules, 'hiring.farmFamily', reading)],
  };
  if (!ofOwnersFamily) return pass('不是业主的家庭成员。', 'Not of the owner’s family.', rest);
  if (reading === 'AS_EMPLOYEES')
    return pass('本县将业主的家庭成员计为雇员。', 'The county counts the owner’s family as employees.', rest);
  return reading === 'OFFICER'
    ? caveat(
        'WRONG_EMPLOYMENT_KIND',
        '为业主的家庭成员，由工作人员决定。',
        'Of the owner’s family; an officer decides.',
        rest,
      )
    : fail(
        'WRONG_EMPLOYMENT_KIND',
        '业主的家庭成员不是雇员，不予补贴。',
        'A member of the owner’s family is no employee.',
        rest,
      );
};
