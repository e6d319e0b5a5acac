import type { IsoDate } from '../../contracts/scalars.ts';
import { claimed, fail, notConfigured, pass, used, yuan, type Finding } from '../check.ts';
import type { RuleSet } from '../facts.ts';
import type { Basis } from './employer.ts';

type Sum = { readonly ruleId: string; readonly fen: number | null };

/** The figure of this kind of employer; a large one's and a key project's nobody has found (POLICY 3.5). */
export const sumOf = (basis: Basis, { values: { hiring } }: RuleSet): Sum => {
  switch (basis) {
    case 'WORKSHOP':
    case 'SMALL_ENTERPRISE':
      return { ruleId: 'hiring.poorWorkerFen', fen: hiring.poorWorkerFen };
    case 'LARGE_ENTERPRISE':
      return { ruleId: 'hiring.largeEnterpriseFen', fen: hiring.largeEnterpriseFen };
    case 'KEY_PROJECT':
      return { ruleId: 'hiring.keyProjectFen', fen: hiring.keyProjectFen };
  }
};

export const sumIsSet = (basis: Basis, rules: RuleSet): Finding => {
  const { ruleId, fen } = sumOf(basis, rules);
  if (fen === null) return notConfigured(ruleId);
  return pass(`每人 ${yuan(fen)} 元。`, `${yuan(fen)} yuan for each poor worker.`, {
    values: [used(rules, ruleId, fen)],
  });
};

/** The document that sets the figures ends with a day. */
export const inForce = (hiredOn: IsoDate, rules: RuleSet): Finding => {
  const last = rules.values.hiring.lastHireOn;
  const rest = { inputs: [claimed('hiredOn', hiredOn)], values: [used(rules, 'hiring.lastHireOn', last)] };
  return hiredOn <= last
    ? pass(`招用日期 ${hiredOn} 在标准执行期内。`, `Hired on ${hiredOn}, while the figures hold.`, rest)
    : fail(
        'OUT_OF_WINDOW',
        `招用日期 ${hiredOn} 晚于标准执行期末日 ${last}。`,
        `Hired on ${hiredOn}, after the figures ended on ${last}.`,
        rest,
      );
};
