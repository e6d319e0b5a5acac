import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { problemCodes } from './problem-body.ts';
import { problems } from './problems.ts';

const functions = fileURLToPath(new URL('../../', import.meta.url));
const sources = globSync('**/*.ts', { cwd: functions, exclude: (name) => name.endsWith('.test.ts') })
  .filter((file) => !file.endsWith('.test.ts') && !file.startsWith('contracts/api/'))
  .map((file) => ({ file, text: readFileSync(`${functions}/${file}`, 'utf8') }));

/** Every `new ProblemError(409, 'CODE', …)` of the functions. */
const thrown = sources.flatMap(({ file, text }) =>
  [...text.matchAll(/new ProblemError\(\s*(\d{3}),\s*'(\w+)'/g)].map(([, status, code]) => ({
    file,
    code: code ?? '',
    status: Number(status),
  })),
);

test('a refusal is given under the status that the catalogue names for its code', () => {
  expect(thrown.length).toBeGreaterThan(30);
  const wrong = thrown.filter(({ code, status }) => {
    const found = problemCodes.find((known) => known === code);
    if (found === undefined) return true;
    const { status: first, ...rest } = problems[found];
    return status !== first && !('also' in rest && rest.also === status);
  });
  expect(wrong).toEqual([]);
});

test('no code of the catalogue is left that nobody gives', () => {
  expect(problemCodes.filter((code) => !sources.some(({ text }) => text.includes(`'${code}'`)))).toEqual([]);
});

test.each(problemCodes)('%s has a title and a Chinese sentence of its own', (code) => {
  expect(problems[code].title).toMatch(/^[A-Z].*[^.]$/);
  expect(problems[code].zh).toMatch(/[一-龥].*。$/);
});

test('the table of codes in the README is that of the catalogue', () => {
  const readme = readFileSync(`${functions}/api/README.md`, 'utf8');
  const rows = [...readme.matchAll(/^\| `([A-Z_]+)` +\| (\d{3})/gm)].map(
    ([, code, status]) => `${code} ${status}`,
  );
  expect(rows.sort()).toEqual(problemCodes.map((code) => `${code} ${problems[code].status}`).sort());
});
