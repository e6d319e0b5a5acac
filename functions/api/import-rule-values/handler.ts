import { importRuleValuesOperation } from '../../contracts/api/rule-values.ts';
import { asChange } from '../../platform/route.ts';
import { importValues } from '../../store/rule-values/import-values.ts';
import { desk } from '../services.ts';
import { importRuleValues } from './import-rule-values.ts';

export const handler = asChange(importRuleValuesOperation, () =>
  importRuleValues({ importFile: (input) => importValues(desk(), input) }),
);
