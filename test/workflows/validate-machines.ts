import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import { machineFiles } from './machine.ts';

type Answer = { isValid: boolean; errorsText: (separator?: string) => string };
const validate = createRequire(import.meta.url)('asl-validator') as (definition: unknown) => Answer;

/** Checks every machine against the published schema of the Amazon States Language; exit 1 when one is wrong. */
let wrong = 0;
for (const file of machineFiles()) {
  const text = readFileSync(file, 'utf8').replaceAll(
    /\$\{(\w+)Arn\}/g,
    'arn:aws:lambda:us-east-1:000000000000:function:$1',
  );
  const { isValid, errorsText } = validate(JSON.parse(text));
  process.stdout.write(`${isValid ? 'ok  ' : 'BAD '} ${file}${isValid ? '' : `\n${errorsText('\n')}`}\n`);
  if (!isValid) wrong += 1;
}
process.exitCode = wrong === 0 ? 0 : 1;
