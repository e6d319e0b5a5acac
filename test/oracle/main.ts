import { subjects } from './subjects.ts';

const cases = Number(process.argv[2] ?? '1500');
const wanted = process.argv[3] ?? '';

const ranked = (counts: ReadonlyMap<string, number>): string =>
  [...counts]
    .sort(([, a], [, b]) => b - a)
    .map(([name, times]) => `${name} ${times}`)
    .join(', ');

/** `npm run -s oracle -- 100000 [INSTRUMENT]`: the rules against the decision tables written from POLICY alone. */
for (const { instrument, ask } of subjects.filter((subject) => subject.instrument.startsWith(wanted))) {
  const before = performance.now();
  const { agreed, reasons, outcomes, idle, disagreements } = ask(cases);
  const seconds = ((performance.now() - before) / 1000).toFixed(1);
  console.log(`${instrument}: ${cases} cases, ${agreed} agreed, ${seconds} s`);
  console.log(`  outcomes: ${ranked(outcomes)}`);
  console.log(`  reasons: ${ranked(reasons)}`);
  if (idle.length > 0) console.log(`  rows that never applied: ${idle.join(', ')}`);
  for (const { facts, oracle, said } of disagreements)
    console.log(`  ${JSON.stringify({ facts, oracle, said })}`);
  if (agreed < cases) process.exitCode = 1;
}
