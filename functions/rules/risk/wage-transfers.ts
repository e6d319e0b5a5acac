import { caveat, claimed, heldByDesk, notApplicable, pass, type Finding } from '../check.ts';
import type { Signals } from '../facts.ts';

/** An employer that claims more people than it pays wages to. */
export const wageTransfers = (signals: Signals | undefined): Finding => {
  const { peopleClaimed, peoplePaid } = signals ?? {};
  if (peopleClaimed === undefined || peoplePaid === undefined)
    return notApplicable('没有可比对的工资发放数据。', 'There are no wage transfers to compare.');
  const inputs = [claimed('peopleClaimed', peopleClaimed), heldByDesk('peoplePaid', peoplePaid, 'WAGES')];
  return peoplePaid < peopleClaimed
    ? caveat(
        'RISK_FOUND',
        `申报 ${peopleClaimed} 人，银行工资发放记录只有 ${peoplePaid} 人，由工作人员核实。`,
        `${peopleClaimed} people are claimed and the bank shows wages for ${peoplePaid}; an officer looks.`,
        { inputs },
      )
    : pass('申报人数与工资发放人数相符。', 'As many people are paid wages as are claimed.', { inputs });
};
