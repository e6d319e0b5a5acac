import { proposeRuleValuesOperation } from '../../contracts/api/rule-values.ts';
import { asChange } from '../../platform/route.ts';
import { proposeValues } from '../../store/rule-values/propose-values.ts';
import { keylessDesk } from '../../store/container-table.ts';
import { proposeRuleValues } from './propose-rule-values.ts';

export const handler = asChange(proposeRuleValuesOperation, () =>
  proposeRuleValues({ propose: (input) => proposeValues(keylessDesk(), input) }),
);
