import type { IsoDate } from '../contracts/scalars.ts';
import { caveat, claimed, pass, type Finding } from './check.ts';

type Counted = {
  readonly claim: { readonly countedOn: IsoDate; readonly county: string };
  readonly submittedOn?: IsoDate | undefined;
  readonly division?: string | undefined;
};

/** Workers are counted on the day of the application (POLICY 3.7); where that is not known yet, on the roster's. */
export const countDay = ({ claim, submittedOn }: Counted): IsoDate => submittedOn ?? claim.countedOn;

/** A roster may be some days old; one for a day yet to come says nothing about today. */
export const rosterDay = (facts: Counted): Finding => {
  const on = countDay(facts);
  const inputs = [claimed('countedOn', facts.claim.countedOn), claimed('countDate', on)];
  return facts.claim.countedOn <= on
    ? pass(`按 ${on} 在岗人员计数。`, `The people employed on ${on} are counted.`, { inputs })
    : caveat(
        'PROOF_MISSING',
        '花名册日期晚于申请日期，由工作人员核实。',
        'The roster is for a day after the application; an officer looks.',
        { inputs },
      );
};

/** The county where the workshop or base is handles the claim; another one is for a person. */
export const handledWhereItIs = ({ claim, division }: Counted): Finding => {
  const inputs = [claimed('county', claim.county), claimed('division', division ?? null)];
  return division === undefined || division === claim.county
    ? pass('由所在县受理。', 'The county where it is handles the claim.', { inputs })
    : caveat(
        'REGISTER_DIFFERS',
        '所在县与受理县不一致，由工作人员核实。',
        'It is in another county than the one that handles the claim; an officer looks.',
        { inputs },
      );
};
