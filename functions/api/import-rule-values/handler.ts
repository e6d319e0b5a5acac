import { importRuleValuesOperation } from '../../contracts/api/rule-values.ts';
import { asChange } from '../../platform/route.ts';
import { importValues } from '../../store/rule-values/import-values.ts';
import { keylessDesk } from '../../store/container-table.ts';
import { importRuleValues } from './import-rule-values.ts';

export const handler = asChange(importRuleValuesOperation, () =>
  importRuleValues({ importFile: (input) => importValues(keylessDesk(), input) }),
);
