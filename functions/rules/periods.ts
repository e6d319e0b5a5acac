import type { LineClaim } from '../contracts/claims.ts';
import { addMonths, monthOf } from './calendar/days.ts';
import type { RuleValues } from '../contracts/rule-values.ts';

/** The periods a claim could earn: their keys are looked up before the rules run. */
export const possiblePeriods = ({ instrument, claim }: LineClaim, { window }: RuleValues): string[] => {
  switch (instrument) {
    case 'TRANSPORT_SUBSIDY':
      return [claim.departedOn.slice(0, 4)];
    case 'PLACEMENT_SUBSIDY':
      return ['ONCE'];
    case 'RETENTION_ALLOWANCE': {
      const months: string[] = [];
      for (let day = `${monthOf(window.start)}-01`; day <= window.end; day = addMonths(day, 1))
        months.push(monthOf(day));
      return months;
    }
  }
};
