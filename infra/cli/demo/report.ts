import Table from 'cli-table3';
import { divisionName } from '../../../functions/contracts/divisions.ts';
import { instrument as instruments, nameOf } from '../../../functions/contracts/instruments.ts';
import type { TaskKind } from '../../../functions/contracts/queue.ts';
import { sentenceOf } from '../../../functions/contracts/reasons.ts';
import { outcomes, type Figures, type Outcome } from './figures.ts';
import type { DemoResult } from './run-demo.ts';

const outcomeNames: Record<Outcome, string> = {
  PAID: '已发放 paid',
  REFUSED_BY_RULE: '规定不符 refused by rule',
  REFUSED_BY_OFFICER: '审核不通过 refused by officer',
  OPEN: '在办 open',
};

const queueNames: Partial<Record<TaskKind, string>> = {
  VERIFY: '审核 verification',
  REEXAMINE: '复核 re-examination',
  FACTS_CHANGED: '登记变化 changed facts',
  APPROVE: '审批 approval',
  SECOND_APPROVE: '二次审批 second approval',
};

const yuan = (fen: number): string =>
  (fen / 100).toLocaleString('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 2 });

const tableOf = (head: string[], rows: readonly (readonly (string | number)[])[]): string => {
  const table = new Table({ head, style: { head: [], border: [] } });
  for (const row of rows)
    table.push(
      row.map((content, index) => ({
        content,
        hAlign:
          index === 0 || (typeof content === 'string' && !/^[\d.,]+$/u.test(content)) ? 'left' : 'right',
      })),
    );
  return table.toString();
};

const outcomeTable = ({ byOutcome }: Figures): string =>
  tableOf(
    ['申请 Claims', ...outcomes.map((outcome) => outcomeNames[outcome])],
    instruments.options.map((instrument) => [
      `${nameOf(instrument).zh} ${nameOf(instrument).en}`,
      ...outcomes.map(
        (outcome) =>
          byOutcome.find((row) => row.instrument === instrument && row.outcome === outcome)?.claims ?? 0,
      ),
    ]),
  );

const refusalTable = ({ refusals }: Figures): string =>
  tableOf(
    ['条款 Clause', '不予补贴的原因 Why not', '件 Claims'],
    refusals.map(({ clause, reason, outcome, claims }) => [
      clause,
      `${sentenceOf(reason).zh}${outcome === 'REFUSED_BY_OFFICER' ? '（人工 by officer）' : ''}\n${sentenceOf(reason).en}`,
      claims,
    ]),
  );

const moneyTable = ({ money }: Figures): string =>
  tableOf(
    ['县 County', '补贴 Subsidy', '件 Claims', '已发放（元）Paid, yuan'],
    [
      ...money
        .filter(({ claims }) => claims > 0)
        .map(({ county, instrument, claims, paidFen }) => [
          divisionName(county),
          `${nameOf(instrument).zh} ${nameOf(instrument).en}`,
          claims,
          yuan(paidFen),
        ]),
      [
        '合计 All',
        '',
        money.reduce((sum, { claims }) => sum + claims, 0),
        yuan(money.reduce((sum, { paidFen }) => sum + paidFen, 0)),
      ],
    ],
  );

const fundTable = ({ funds }: Figures): string =>
  tableOf(
    ['资金（元）Fund, yuan', '下达 Sanctioned', '预留 Reserved', '已支付 Paid', '可用 Left'],
    funds.map(({ county, sanctionedFen, reservedFen, paidFen, availableFen }) => [
      divisionName(county),
      yuan(sanctionedFen),
      yuan(reservedFen),
      yuan(paidFen),
      yuan(availableFen),
    ]),
  );

const queueTable = ({ queues }: Figures): string =>
  tableOf(
    ['待办 Queue', '办结 Decided', '最长（天）Oldest, days', '平均（天）Mean, days'],
    queues.map(({ kind, decided, oldestDays, meanDays }) => [
      queueNames[kind] ?? kind,
      decided,
      oldestDays,
      meanDays,
    ]),
  );

/** What the demo ends with. */
export const reportOf = ({ figures, stories, files, seconds }: DemoResult): string =>
  [
    '',
    outcomeTable(figures),
    refusalTable(figures),
    moneyTable(figures),
    fundTable(figures),
    queueTable(figures),
    `设定规则值 rule values set: ${stories.valuesSet}    退回补正 returned and corrected: ${stories.corrected}    异议 objections: ${stories.objections}    二次审批 second approvals: ${stories.secondApprovals}    银行退回 returned by the bank and re-issued: ${stories.bankReturns}`,
    `登记数据变化 cases of changed registers: ${stories.changedFacts}    补发 supplements: ${stories.supplements}（${yuan(stories.supplementFen)} 元 yuan）    追回 recovered: ${yuan(stories.recoveredFen)} 元 yuan    资金表已含 both are in the funds above`,
    '',
    '拨付文件 Payout files for the bank:',
    ...files.map((file) => `  ${file}`),
    '',
    `${figures.claims} 件 claims, ${seconds.toFixed(1)} s`,
    '',
  ].join('\n');
