import { claimed, fail, pass, registered, unavailable, type Finding } from '../check.ts';
import { isKnown } from '../facts.ts';
import { needsWorker } from '../poor-worker.ts';
import type { UnemploymentFacts } from './facts.ts';

/** Paid from the fund of the province where the worker is insured (POLICY 3.12 c). */
export const insuredHere = ({ claim: { insuredIn } }: UnemploymentFacts): Finding => {
  const inputs = [claimed('insuredIn', insuredIn)];
  return insuredIn.startsWith('14')
    ? pass('在本省参加失业保险。', 'Insured in this province.', { inputs })
    : fail(
        'NOT_INSURED',
        '在外省参加失业保险，请向参保地申请。',
        'Insured in another province; the claim goes there.',
        { inputs },
      );
};

/**
 * 参保, for any length. Only an insurance register that knows this worker can say that there is no unemployment
 * insurance; where it has no line at all, a person looks.
 */
export const insured = ({ worker, claim: { lostOn } }: UnemploymentFacts): Finding => {
  if (!isKnown(worker)) return needsWorker;
  const { contributions, source } = worker;
  const lostIn = lostOn.slice(0, 7);
  const months = contributions.filter(({ line, month }) => line === 'UNEMPLOYMENT' && month <= lostIn).length;
  const inputs = [registered('monthsInsured', months, source)];
  if (months > 0) return pass('已参加失业保险。', 'Insured against unemployment.', { inputs });
  return contributions.length === 0
    ? unavailable(
        'REGISTER_DOES_NOT_KNOW',
        '参保登记中没有查到此人，由工作人员核实。',
        'The insurance register does not know this worker; an officer looks.',
        { inputs },
      )
    : fail(
        'NOT_INSURED',
        '参保登记显示失业前没有参加失业保险。',
        'The insurance register shows no unemployment insurance before the loss.',
        { inputs },
      );
};
