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
import { isKnown, type HeldEntitlement, type RuleSet } from '../facts.ts';
import { needsWorker } from '../poor-worker.ts';
import type { OverseasFacts } from './facts.ts';

/** What lies ahead of the claim has not happened. */
export const departed = ({ claim, submittedOn }: OverseasFacts): Finding => {
  const inputs = [claimed('departedOn', claim.departedOn), claimed('permitAttached', claim.permitAttached)];
  if (submittedOn !== undefined && claim.departedOn > submittedOn)
    return caveat(
      'PROOF_MISSING',
      `出境日期 ${claim.departedOn} 晚于申请日期，由工作人员核实。`,
      `The departure on ${claim.departedOn} lies ahead of the claim; an officer looks.`,
      { inputs },
    );
  return claim.permitAttached
    ? pass('已出境，签证或工作许可齐全。', 'Departed, with visa or work permit.', { inputs })
    : caveat(
        'PROOF_MISSING',
        '缺少签证或工作许可，由工作人员核实。',
        'The visa or work permit is missing; an officer looks.',
        { inputs },
      );
};

/** The employment register shows the worker in this country after the departure. */
export const working = ({ worker, claim }: OverseasFacts): Finding => {
  if (!isKnown(worker)) return needsWorker;
  const { country, departedOn } = claim;
  const after = worker.spells.filter(({ endsOn }) => endsOn === undefined || endsOn >= departedOn);
  const there = after.find(({ workplace }) => workplace === country);
  if (there !== undefined)
    return pass('就业登记与申报一致。', 'The employment register agrees.', {
      inputs: [registered('workplace', there.workplace, there.source), claimed('country', country)],
    });
  const elsewhere = after.find(({ startsOn }) => startsOn >= departedOn);
  return elsewhere === undefined
    ? unavailable(
        'REGISTER_DOES_NOT_KNOW',
        '就业登记中没有查到境外就业，由工作人员核实出境记录。',
        'The employment register does not show the work abroad; an officer looks at the departure record.',
        { inputs: [claimed('country', country)] },
      )
    : caveat(
        'REGISTER_DIFFERS',
        `出境后的就业登记在 ${elsewhere.workplace}，由工作人员核实。`,
        `After the departure the employment register shows work in ${elsewhere.workplace}; an officer looks.`,
        {
          inputs: [
            registered('workplace', elsewhere.workplace, elsewhere.source),
            claimed('country', country),
          ],
        },
      );
};

/** One worker, once. */
export const period = 'ONCE';

export const once = ({ held }: OverseasFacts): Finding => {
  const holder: HeldEntitlement | undefined = held.find((entitlement) => entitlement.period === period);
  return holder === undefined
    ? pass('没有其他境外劳务补贴申请。', 'No other claim for work abroad.')
    : fail(
        'DUPLICATE',
        `此人已由申请 ${holder.applicationId} 申报境外劳务补贴，只补一次。`,
        `Application ${holder.applicationId} claims this worker’s work abroad already; it is paid once.`,
      );
};

/** Where a county pays the worker only, money to another account is for a person. */
export const payee = ({ payeeIsWorker }: OverseasFacts, rules: RuleSet): Finding => {
  const who = rules.values.overseas.payee;
  const values = [used(rules, 'overseas.payee', who)];
  if (who === 'APPLICANT') return pass('补贴发给申请人。', 'Whoever applies is paid.', { values });
  if (payeeIsWorker === undefined)
    return notApplicable(
      '收款人姓名未与劳动者姓名比对。',
      'The payee’s name was not compared with the worker’s.',
    );
  const inputs = [claimed('payeeIsWorker', payeeIsWorker)];
  return payeeIsWorker
    ? pass('收款人为劳动者本人。', 'The account is in the worker’s own name.', { inputs, values })
    : caveat(
        'PAYEE_NOT_WORKER',
        '本县规定发给劳动者本人，收款人姓名不一致，由工作人员核实。',
        'The county pays the worker, and the account is in another name; an officer looks.',
        { inputs, values },
      );
};
