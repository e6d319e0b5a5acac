import { caveat, claimed, notApplicable, pass, type Finding } from './check.ts';

/** Whoever files, the money goes to the worker's own account (POLICY 3.1, 3.10, section 7). */
export const ownAccount = ({ payeeIsWorker }: { readonly payeeIsWorker?: boolean | undefined }): Finding => {
  if (payeeIsWorker === undefined)
    return notApplicable(
      '收款人姓名未与劳动者姓名比对。',
      'The payee’s name was not compared with the worker’s.',
    );
  const inputs = [claimed('payeeIsWorker', payeeIsWorker)];
  return payeeIsWorker
    ? pass('收款人为劳动者本人。', 'The account is in the worker’s own name.', { inputs })
    : caveat(
        'PAYEE_NOT_WORKER',
        '收款人姓名与劳动者姓名不一致，补助应发给本人，由工作人员核实。',
        'The account is in another name than the worker’s; the subsidy is the worker’s own. An officer looks.',
        { inputs },
      );
};
