import { availableParallelism, cpus, loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { assessLine } from '../functions/rules/assess-line.ts';
import { ruleDayOf } from '../functions/rules/line-definition.ts';
import { valuesInForce } from '../functions/rules/values/index.ts';
import { placementLines } from './placement-lines.ts';

/** How many placement lines the rules decide in a second, every check with its sentences, inputs and values. */

const { values: options } = parseArgs({
  options: { lines: { type: 'string', default: '200000' }, passes: { type: 'string', default: '5' } },
});
const lines = placementLines(Number(options.lines));

type Pass = { readonly perSecond: number; readonly cpuMicros: number; readonly outcomes: string };

const pass = (count = lines.length): Pass => {
  const outcomes = new Map<string, number>();
  let checks = 0;
  let amountFen = 0;
  const cpuBefore = process.cpuUsage();
  const startedAt = performance.now();
  for (const facts of count === lines.length ? lines : lines.slice(0, count)) {
    const rules = valuesInForce(facts.division ?? '', ruleDayOf(facts));
    const assessment = assessLine(facts, rules);
    outcomes.set(assessment.outcome, (outcomes.get(assessment.outcome) ?? 0) + 1);
    checks += assessment.checks.length;
    amountFen += assessment.amountFen;
  }
  const seconds = (performance.now() - startedAt) / 1000;
  const { user, system } = process.cpuUsage(cpuBefore);
  const told = [...outcomes].sort().map(([outcome, lines]) => `${lines} ${outcome}`);
  return {
    perSecond: count / seconds,
    cpuMicros: (user + system) / count,
    outcomes: `${told.join(', ')}; ${checks} checks, ${(amountFen / 100).toFixed(2)} yuan`,
  };
};

pass(Math.min(20_000, lines.length));
const passes = Array.from({ length: Number(options.passes) }, () => pass());
const rates = passes.map(({ perSecond }) => Math.round(perSecond)).sort((a, b) => a - b);
const cpu = passes.map(({ cpuMicros }) => cpuMicros).sort((a, b) => a - b);
const middle = <T>(sorted: readonly T[]): T | undefined => sorted[Math.floor(sorted.length / 2)];

process.stdout.write(
  [
    `${lines.length} placement lines, ${rates.length} passes: ${middle(rates)} lines/s (least ${rates.at(0)}, most ${rates.at(-1)}), ${middle(cpu)?.toFixed(2)} µs CPU a line`,
    passes.at(-1)?.outcomes,
    `resident ${Math.round(process.memoryUsage().rss / 1e6)} MB, the lines themselves included; ${cpus()[0]?.model} × ${availableParallelism()}, Node ${process.version}, load ${loadavg()[0]?.toFixed(1)}`,
    '',
  ].join('\n'),
);
