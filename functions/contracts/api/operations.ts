import * as reads from './application-reads.ts';
import * as applications from './applications.ts';
import * as differences from './differences.ts';
import * as divisions from './divisions.ts';
import * as notices from './notices.ts';
import { getOpenapiOperation } from './openapi.ts';
import type { Operation } from './operation.ts';
import * as payouts from './payouts.ts';
import * as reassessments from './reassessments.ts';
import * as recognitions from './recognitions.ts';
import * as recoveries from './recoveries.ts';
import * as ruleValues from './rule-values.ts';
import * as tasks from './tasks.ts';

/** Every operation, in the order in which a claim meets them. */
export const operations: readonly Operation[] = [
  applications.createApplicationOperation,
  applications.addLinesOperation,
  applications.changeLineOperation,
  applications.changePayeeOperation,
  applications.submitApplicationOperation,
  applications.withdrawApplicationOperation,
  reads.listApplicationsOperation,
  reads.getApplicationOperation,
  reads.listLinesOperation,
  reads.getAssessmentOperation,
  reads.getPersonMonthsOperation,
  reads.getHistoryOperation,
  tasks.listTasksOperation,
  tasks.getTaskOperation,
  tasks.listTaskLinesOperation,
  tasks.getIdentityOperation,
  tasks.claimTaskOperation,
  tasks.releaseTaskOperation,
  tasks.decideTaskOperation,
  payouts.listPayoutsOperation,
  payouts.exportPayoutsOperation,
  payouts.bookPayoutOperation,
  payouts.reversePayoutOperation,
  reassessments.tryReassessmentOperation,
  reassessments.reassessOperation,
  reassessments.getLedgerOperation,
  recoveries.proposeRecoveryOperation,
  recoveries.listRecoveriesOperation,
  recoveries.getRecoveryOperation,
  recoveries.decideRecoveryOperation,
  recoveries.receiveRecoveryOperation,
  recoveries.writeOffRecoveryOperation,
  divisions.listDivisionApplicationsOperation,
  divisions.getDivisionSummaryOperation,
  recognitions.listRecognitionsOperation,
  recognitions.countHeadsOperation,
  recognitions.proposeRecognitionChangeOperation,
  recognitions.decideRecognitionChangeOperation,
  ruleValues.listRuleValuesOperation,
  ruleValues.getRuleValueOperation,
  ruleValues.listRuleProposalsOperation,
  ruleValues.proposeRuleValuesOperation,
  ruleValues.importRuleValuesOperation,
  ruleValues.decideRuleProposalOperation,
  ruleValues.withdrawRuleProposalOperation,
  differences.listDifferencesOperation,
  differences.getDifferenceOperation,
  differences.decideDifferenceOperation,
  notices.listNoticesOperation,
  notices.getNoticeOperation,
  notices.raiseObjectionOperation,
  getOpenapiOperation,
];
