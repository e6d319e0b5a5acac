import type { EntitlementPart } from '../../contracts/assessment.ts';
import { fail, heldByDesk, pass, used, type Finding } from '../check.ts';
import type { HeldEntitlement, OtherEntitlement, RuleSet } from '../facts.ts';

/** A worker counts once, with any employer. */
export const period = 'ONCE';

/** Clauses 四.3 and 五.2 are one subsidy (POLICY 3.8 a): what one has paid the other does not pay again. */
const oneSubsidy: ReadonlySet<string> = new Set(['HIRING_SUBSIDY', 'FARM_HIRING_SUBSIDY']);

type Line = {
  readonly held: readonly HeldEntitlement[];
  readonly others?: readonly OtherEntitlement[] | undefined;
};

/** What other subsidies granted, without this one under its other clause. */
export const trulyOthers = ({ others }: Line): readonly OtherEntitlement[] | undefined =>
  others?.filter(({ instrument }) => !oneSubsidy.has(instrument));

export const oncePerWorker = ({ held, others = [] }: Line, rules: RuleSet): Finding => {
  const once = rules.values.hiring.oncePerWorker;
  const values = [used(rules, 'hiring.oncePerWorker', once)];
  const holder =
    held.find((entitlement) => entitlement.period === period) ??
    others.find(({ instrument }) => oneSubsidy.has(instrument));
  if (holder === undefined || !once)
    return pass('此人没有计入其他吸纳就业补助。', 'No other claim counts this worker.', { values });
  const by = holder.applicationId;
  return fail(
    'DUPLICATE',
    `此人已由申请 ${by} 计入吸纳就业补助，一人只补一次。`,
    `Application ${by} counts this worker already; one worker is paid for once.`,
    { inputs: [heldByDesk('heldBy', by, 'ENTITLEMENTS')], values },
  );
};

export const partOf = (amountFen: number | null): EntitlementPart[] =>
  amountFen === null ? [] : [{ period, amountFen }];
