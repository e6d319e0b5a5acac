import { report } from './report.ts';
import { usualSeed, type Subject, type Tally } from './subject.ts';
import { subjects } from './subjects.ts';

/* `npm run -s oracle -- 100000 [INSTRUMENT] [SEED]`: the rules against the tables written from POLICY alone. */

const [cases = 1500, wanted = '', seed = usualSeed] = process.argv
  .slice(2)
  .map((word) => (/^\d+$/.test(word) ? Number(word) : word));
const asked = subjects.filter(({ instrument }) => instrument.startsWith(String(wanted)));

const say = (line: string): void => void process.stderr.write(`${line}\n`);

const ranked = (counts: ReadonlyMap<string, number>): string =>
  [...counts]
    .sort(([, a], [, b]) => b - a)
    .map(([name, times]) => `${name} ${times}`)
    .join(', ');

const askOne = ({ instrument, ask }: Subject, count: number, from: number): Tally => {
  const before = performance.now();
  const tally = ask(count, from, (done) => say(`${instrument} ${done} of ${count}`));
  const seconds = ((performance.now() - before) / 1000).toFixed(1);
  say(`${instrument} in ${seconds} s: ${ranked(tally.reasons)}`);
  if (tally.idle.length > 0) say(`${instrument}, rows that never applied: ${tally.idle.join(', ')}`);
  return tally;
};

if (typeof cases !== 'number' || cases < 1 || typeof seed !== 'number' || asked.length === 0) {
  say(
    'Say how many cases, and of one instrument only if you wish: npm run -s oracle -- 100000 [INSTRUMENT] [SEED]',
  );
  process.exit(2);
}
const tallies = new Map(asked.map((subject) => [subject.instrument, askOne(subject, cases, seed)]));
console.log(report(tallies));
for (const [instrument, { smallest }] of tallies) {
  if (smallest === undefined) continue;
  process.exitCode = 1;
  console.log(`\n${instrument}, seed ${seed}, the smallest case on which they differ:`);
  console.log(JSON.stringify(smallest, null, 2));
}
