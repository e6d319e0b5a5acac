import { Command } from 'commander';
import { coverage, withoutClause, type ClauseCoverage } from '../../../functions/rules/coverage.ts';

const clauseText = ({ clause, title, quote, by, unchecked }: ClauseCoverage): string =>
  [
    `${clause} ${title.zh} ${title.en}`,
    `    「${quote}」`,
    ...by.flatMap(({ instrument, name, checks }) => [
      `    ${instrument} ${name.zh} (${checks.length} checks)`,
      `        ${checks.join(', ')}`,
    ]),
    ...(unchecked ? [`    无核验项 no check: ${unchecked.zh} ${unchecked.en}`] : []),
  ].join('\n');

const textOf = (all: readonly ClauseCoverage[]): string => {
  const checked = all.filter(({ by }) => by.length > 0);
  const checks = new Set(
    checked.flatMap(({ by }) =>
      by.flatMap(({ instrument, checks: ids }) => ids.map((id) => `${instrument} ${id}`)),
    ),
  );
  const strays = withoutClause();
  return [
    ...all.map(clauseText),
    '',
    `${all.length} clauses: ${checked.length} checked by ${checks.size} checks, ${all.length - checked.length} without a check and with a reason. Checks without a clause: ${strays.length === 0 ? 'none' : strays.join(', ')}.`,
  ].join('\n');
};

/** Which clause of the notice is implemented by which checks; needs no running desk. */
export const coverageCommand = (): Command =>
  new Command('coverage')
    .description('list every clause of the notice with the checks that implement it')
    .option('--json', 'the list as JSON', false)
    .action(({ json }: { readonly json: boolean }) => {
      const all = coverage();
      process.stdout.write(json ? `${JSON.stringify(all, null, 2)}\n` : `${textOf(all)}\n`);
      if (withoutClause().length > 0) process.exitCode = 1;
    });
