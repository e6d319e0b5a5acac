import { caveat, heldByDesk, notApplicable, pass, used, type Finding } from '../check.ts';
import type { RuleSet, Signals } from '../facts.ts';

type Mark = {
  readonly count: keyof Signals & ('accountUsers' | 'phoneUsers' | 'deviceUsers');
  readonly limit: 'accountSharedBy' | 'phoneSharedBy' | 'deviceSharedBy';
  readonly zh: string;
  readonly en: string;
};

const marks = {
  account: { count: 'accountUsers', limit: 'accountSharedBy', zh: '收款账户', en: 'account' },
  phone: { count: 'phoneUsers', limit: 'phoneSharedBy', zh: '联系电话', en: 'phone' },
  device: { count: 'deviceUsers', limit: 'deviceSharedBy', zh: '上课登录设备', en: 'device' },
} as const satisfies Record<string, Mark>;

/** Whether more other people than the county finds usual use the same account, phone or device. */
export const sharedMark = (
  name: keyof typeof marks,
  signals: Signals | undefined,
  rules: RuleSet,
): Finding => {
  const { count, limit, zh, en } = marks[name];
  const others = signals?.[count];
  if (others === undefined) return notApplicable(`没有可比对的${zh}。`, `There is no ${en} to compare.`);
  const allowed = rules.values.risk[limit];
  const inputs = [heldByDesk(count, others, 'CLAIMS')];
  const values = [used(rules, `risk.${limit}`, allowed)];
  return others > allowed
    ? caveat(
        'RISK_FOUND',
        `另有 ${others} 名申报对象使用同一${zh}，由工作人员核实。`,
        `${others} other people claim with the same ${en}; an officer looks.`,
        { inputs, values },
      )
    : pass(`${zh}没有异常共用。`, `The ${en} is not shared unusually.`, { inputs, values });
};
