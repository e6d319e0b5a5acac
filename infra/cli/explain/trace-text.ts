import type { Check } from '../../../functions/contracts/assessment.ts';
import type { Assessed, Explained } from './read-explained.ts';

const valueText = (value: Check['inputs'][number]['value']): string => (value === null ? '—' : String(value));

const inputText = ({ name, value, source, asOf }: Check['inputs'][number]): string =>
  `      ${name} = ${valueText(value)}  [${source}${asOf === undefined || asOf === '' ? '' : `, ${asOf}`}]`;

const usedText = ({ ruleId, value, source }: Check['values'][number]): string =>
  `      ${ruleId} = ${valueText(value)}  [${source}]`;

const checkText = ({ checkId, outcome, clause, reasonCode, sentence, inputs, values }: Check): string[] => [
  `  ${outcome.padEnd(14)} ${clause} ${checkId}${reasonCode === undefined ? '' : ` (${reasonCode})`}`,
  `      ${sentence.zh}`,
  `      ${sentence.en}`,
  ...inputs.map(inputText),
  ...values.map(usedText),
];

const lineText = ({
  lineNo,
  run,
  outcome,
  amountFen,
  reasons,
  checks,
  clauses,
  record,
}: Assessed): string[] => [
  `第${lineNo}行 line ${lineNo}: ${outcome} ${(amountFen / 100).toFixed(2)} 元, ${reasons.join(' ')}`,
  `  第 ${run} 次核验 run ${run}, ${record.at}, application version ${record.applicationVersion}`,
  `  rules ${record.rulesVersion}, values ${record.valuesHash}`,
  `  record sha256 ${record.hash}`,
  ...clauses.map(({ clause, quote }) => `  ${clause}「${quote}」`),
  ...checks.flatMap(checkText),
];

/** Every check of every line with what it read, for an auditor. */
export const traceText = ({ application, lines }: Explained): string =>
  [
    `${application.applicationId} ${application.instrument} ${application.state}`,
    ...lines.flatMap(({ view, assessed }) =>
      assessed === undefined
        ? [`line ${view.lineNo}: not checked yet 尚未核验`]
        : ['', ...lineText(assessed)],
    ),
  ].join('\n');
