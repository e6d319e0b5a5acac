import { applicantNotKnown } from '../applicant-known.ts';
import { caveat, claimed, fail, pass, registered, unavailable, type Finding } from '../check.ts';
import { isKnown } from '../facts.ts';
import { standingOn } from '../recognition.ts';
import type { WorkshopFacts } from './facts.ts';

const bothSay = (isOne: boolean, inputs: Finding['inputs'] & {}): Finding =>
  isOne
    ? pass('申请单位为扶贫企业。', 'The applicant is a poverty-relief enterprise.', { inputs })
    : fail(
        'NOT_ELIGIBLE_ORGANISATION',
        '申请单位不是扶贫企业。',
        'The applicant is not a poverty-relief enterprise.',
        { inputs },
      );

/** 扶贫企业: the register's word and the enterprise's own beside it. */
export const povertyRelief = ({ claim, applicant }: WorkshopFacts): Finding => {
  const own = claim.povertyReliefEnterprise;
  const inputs = [claimed('povertyReliefEnterprise', own)];
  if (!isKnown(applicant)) return own ? applicantNotKnown(applicant) : bothSay(false, inputs);
  inputs.push(registered('povertyRelief', applicant.povertyRelief, applicant.source));
  if (applicant.povertyRelief === own) return bothSay(own, inputs);
  return caveat(
    'REGISTER_DIFFERS',
    '是否为扶贫企业，机构名录与申报不一致，由工作人员核实。',
    'The register and the claim differ on whether this is a poverty-relief enterprise; an officer looks.',
    { inputs },
  );
};

const notAsked = unavailable(
  'REGISTER_DOES_NOT_KNOW',
  '认定台账暂时无法查询，由工作人员核实是否已认定。',
  'The register of recognitions could not be asked; an officer looks whether it is recognised already.',
);

const alreadyRecognised = ({ recognition }: WorkshopFacts, on: string): Finding | undefined => {
  if (!isKnown(recognition)) return recognition === 'UNAVAILABLE' ? notAsked : undefined;
  const standing = standingOn(recognition, on);
  const inputs = [registered('recognitionStatus', standing, recognition.source)];
  // What was recognised after the application was made may be this very application's own recognition.
  if (standing === 'NOT_YET') return undefined;
  if (standing === 'ACTIVE')
    return fail(
      'DUPLICATE',
      '该单位已是认定的扶贫车间，无须重复认定。',
      'It is a recognised workshop already and needs no second recognition.',
      { inputs },
    );
  return caveat(
    'REGISTER_DIFFERS',
    '该单位的扶贫车间认定曾被暂停或撤销，由工作人员核实。',
    'Its recognition as a workshop was suspended or revoked before; an officer looks.',
    { inputs },
  );
};

/** One organisation, one recognition: another application, or the register of recognitions, may have it already. */
export const notYetRecognised = (facts: WorkshopFacts, on: string): Finding => {
  const [holder] = facts.held;
  if (holder !== undefined)
    return fail(
      'DUPLICATE',
      `申请 ${holder.applicationId} 已申请或取得扶贫车间认定。`,
      `Application ${holder.applicationId} has applied for this recognition, or has it.`,
      { inputs: [claimed('otherApplication', holder.applicationId)] },
    );
  return (
    alreadyRecognised(facts, on) ??
    pass('没有其他扶贫车间认定。', 'It is not recognised as a workshop yet.', { inputs: [] })
  );
};
