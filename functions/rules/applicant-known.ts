import { unavailable, type Finding } from './check.ts';

/** The register of organisations has nobody of this code, or did not answer: no refusal, a person looks. */
export const applicantNotKnown = (lookup: 'UNKNOWN' | 'UNAVAILABLE'): Finding =>
  lookup === 'UNKNOWN'
    ? unavailable(
        'REGISTER_DOES_NOT_KNOW',
        '机构名录中没有查到申请单位，由工作人员核实。',
        'The register of organisations does not know the applicant; an officer looks.',
      )
    : unavailable(
        'REGISTER_DOES_NOT_KNOW',
        '机构名录暂时无法查询，由工作人员核实。',
        'The register of organisations could not be asked; an officer looks.',
      );
