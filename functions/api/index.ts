import * as reads from '../contracts/api/application-reads.ts';
import * as applications from '../contracts/api/applications.ts';
import * as differences from '../contracts/api/differences.ts';
import * as divisions from '../contracts/api/divisions.ts';
import * as notices from '../contracts/api/notices.ts';
import { getOpenapiOperation } from '../contracts/api/openapi.ts';
import type { Operation } from '../contracts/api/operation.ts';
import * as payouts from '../contracts/api/payouts.ts';
import * as reassessments from '../contracts/api/reassessments.ts';
import * as recognitions from '../contracts/api/recognitions.ts';
import * as recoveries from '../contracts/api/recoveries.ts';
import * as ruleValues from '../contracts/api/rule-values.ts';
import * as tasks from '../contracts/api/tasks.ts';
import type { Handler } from '../platform/route.ts';
import { handler as listRuleValues } from './list-rule-values/handler.ts';
import { handler as getRuleValue } from './get-rule-value/handler.ts';
import { handler as listRuleProposals } from './list-rule-proposals/handler.ts';
import { handler as proposeRecovery } from './propose-recovery/handler.ts';
import { handler as proposeRuleValues } from './propose-rule-values/handler.ts';
import { handler as importRuleValues } from './import-rule-values/handler.ts';
import { handler as decideRuleProposal } from './decide-rule-proposal/handler.ts';
import { handler as withdrawRuleProposal } from './withdraw-rule-proposal/handler.ts';
import { handler as addLines } from './add-lines/handler.ts';
import { handler as bookPayout } from './book-payout/handler.ts';
import { handler as changeLine } from './change-line/handler.ts';
import { handler as changePayee } from './change-payee/handler.ts';
import { handler as claimTask } from './claim-task/handler.ts';
import { handler as countHeads } from './count-heads/handler.ts';
import { handler as createApplication } from './create-application/handler.ts';
import { handler as decideDifference } from './decide-difference/handler.ts';
import { handler as decideRecognitionChange } from './decide-recognition-change/handler.ts';
import { handler as decideRecovery } from './decide-recovery/handler.ts';
import { handler as decideTask } from './decide-task/handler.ts';
import { handler as exportPayouts } from './export-payouts/handler.ts';
import { handler as getApplication } from './get-application/handler.ts';
import { handler as getPersonMonths } from './get-person-months/handler.ts';
import { handler as getAssessment } from './get-assessment/handler.ts';
import { handler as getDifference } from './get-difference/handler.ts';
import { handler as getDivisionSummary } from './get-division-summary/handler.ts';
import { handler as getHistory } from './get-history/handler.ts';
import { handler as getIdentity } from './get-identity/handler.ts';
import { handler as getLedger } from './get-ledger/handler.ts';
import { handler as getNotice } from './get-notice/handler.ts';
import { handler as getOpenapi } from './get-openapi/handler.ts';
import { handler as getRecovery } from './get-recovery/handler.ts';
import { handler as getTask } from './get-task/handler.ts';
import { handler as listApplications } from './list-applications/handler.ts';
import { handler as listDifferences } from './list-differences/handler.ts';
import { handler as listDivisionApplications } from './list-division-applications/handler.ts';
import { handler as listLines } from './list-lines/handler.ts';
import { handler as listNotices } from './list-notices/handler.ts';
import { handler as listPayouts } from './list-payouts/handler.ts';
import { handler as listRecognitions } from './list-recognitions/handler.ts';
import { handler as listRecoveries } from './list-recoveries/handler.ts';
import { handler as listTaskLines } from './list-task-lines/handler.ts';
import { handler as listTasks } from './list-tasks/handler.ts';
import { handler as proposeRecognitionChange } from './propose-recognition-change/handler.ts';
import { handler as raiseObjection } from './raise-objection/handler.ts';
import { handler as reassess } from './reassess/handler.ts';
import { handler as receiveRecovery } from './receive-recovery/handler.ts';
import { handler as releaseTask } from './release-task/handler.ts';
import { handler as reversePayout } from './reverse-payout/handler.ts';
import { handler as submitApplication } from './submit-application/handler.ts';
import { handler as tryReassessment } from './try-reassessment/handler.ts';
import { handler as withdrawApplication } from './withdraw-application/handler.ts';
import { handler as writeOffRecovery } from './write-off-recovery/handler.ts';

export type Route = Pick<Operation, 'operationId' | 'method' | 'path'> & { readonly handler: Handler };

const at = ({ operationId, method, path }: Operation, handler: Handler): Route => ({
  operationId,
  method,
  path,
  handler,
});

/** Every operation with its handler. Nothing connects to anything before its first request. */
export const routes: readonly Route[] = [
  at(applications.createApplicationOperation, createApplication),
  at(applications.addLinesOperation, addLines),
  at(applications.changeLineOperation, changeLine),
  at(applications.changePayeeOperation, changePayee),
  at(applications.submitApplicationOperation, submitApplication),
  at(applications.withdrawApplicationOperation, withdrawApplication),
  at(reads.listApplicationsOperation, listApplications),
  at(reads.getApplicationOperation, getApplication),
  at(reads.listLinesOperation, listLines),
  at(reads.getAssessmentOperation, getAssessment),
  at(reads.getPersonMonthsOperation, getPersonMonths),
  at(reads.getHistoryOperation, getHistory),
  at(tasks.listTasksOperation, listTasks),
  at(tasks.getTaskOperation, getTask),
  at(tasks.listTaskLinesOperation, listTaskLines),
  at(tasks.getIdentityOperation, getIdentity),
  at(tasks.claimTaskOperation, claimTask),
  at(tasks.releaseTaskOperation, releaseTask),
  at(tasks.decideTaskOperation, decideTask),
  at(payouts.listPayoutsOperation, listPayouts),
  at(payouts.exportPayoutsOperation, exportPayouts),
  at(payouts.bookPayoutOperation, bookPayout),
  at(payouts.reversePayoutOperation, reversePayout),
  at(reassessments.tryReassessmentOperation, tryReassessment),
  at(reassessments.reassessOperation, reassess),
  at(reassessments.getLedgerOperation, getLedger),
  at(recoveries.proposeRecoveryOperation, proposeRecovery),
  at(recoveries.listRecoveriesOperation, listRecoveries),
  at(recoveries.getRecoveryOperation, getRecovery),
  at(recoveries.decideRecoveryOperation, decideRecovery),
  at(recoveries.receiveRecoveryOperation, receiveRecovery),
  at(recoveries.writeOffRecoveryOperation, writeOffRecovery),
  at(divisions.listDivisionApplicationsOperation, listDivisionApplications),
  at(divisions.getDivisionSummaryOperation, getDivisionSummary),
  at(recognitions.listRecognitionsOperation, listRecognitions),
  at(recognitions.countHeadsOperation, countHeads),
  at(recognitions.proposeRecognitionChangeOperation, proposeRecognitionChange),
  at(recognitions.decideRecognitionChangeOperation, decideRecognitionChange),
  at(ruleValues.listRuleValuesOperation, listRuleValues),
  at(ruleValues.getRuleValueOperation, getRuleValue),
  at(ruleValues.listRuleProposalsOperation, listRuleProposals),
  at(ruleValues.proposeRuleValuesOperation, proposeRuleValues),
  at(ruleValues.importRuleValuesOperation, importRuleValues),
  at(ruleValues.decideRuleProposalOperation, decideRuleProposal),
  at(ruleValues.withdrawRuleProposalOperation, withdrawRuleProposal),
  at(differences.listDifferencesOperation, listDifferences),
  at(differences.getDifferenceOperation, getDifference),
  at(differences.decideDifferenceOperation, decideDifference),
  at(notices.listNoticesOperation, listNotices),
  at(notices.getNoticeOperation, getNotice),
  at(notices.raiseObjectionOperation, raiseObjection),
  at(getOpenapiOperation, getOpenapi),
];
