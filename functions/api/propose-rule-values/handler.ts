import { proposeRuleValuesOperation } from '../../contracts/api/rule-values.ts';
import { asChange } from '../../platform/route.ts';
import { proposeValues } from '../../store/rule-values/propose-values.ts';
import { desk } from '../services.ts';
import { proposeRuleValues } from './propose-rule-values.ts';

export const handler = asChange(proposeRuleValuesOperation, () =>
  proposeRuleValues({ propose: (input) => proposeValues(desk(), input) }),
);
