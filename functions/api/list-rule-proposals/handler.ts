import { listRuleProposalsOperation } from '../../contracts/api/rule-values.ts';
import { asRead } from '../../platform/route.ts';
import { listProposals } from '../../store/rule-values/list-proposals.ts';
import { desk } from '../../store/container-desk.ts';
import { listRuleProposals } from './list-rule-proposals.ts';

export const handler = asRead(listRuleProposalsOperation, () =>
  listRuleProposals({ list: (page) => listProposals(desk().table, page), vault: desk().vault }),
);
