import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { registers } from '../register-names.ts';
import { assignRegisters } from './assign-registers.ts';
import { planners } from './kinds/index.ts';

const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');

/** The columns a register has by the page that clerks read, in Chinese and in English. */
const columnsOf = (register: string): string[][] => {
  const line = new RegExp(`^\\| ${register} +\\| (.*?)(?: \\(.*\\))? *\\|$`, 'mu').exec(readme)?.[1] ?? '';
  return line.split(', ').map((column) => column.replace('\\*', '').trim().split(' '));
};
const table = (header: readonly string[]) => ({ header, headerRow: 1, rows: [], issues: [], notes: [] });
const found = (...headers: readonly (readonly string[])[]) =>
  assignRegisters(headers.map(table), undefined).assigned.map(({ register }) => register);

test.each(registers)(
  'the columns of %s are those that its page names, and its header is known by them',
  (register) => {
    const columns = columnsOf(register);
    for (const language of [0, 1]) {
      const header = columns.map((names) => names[language] ?? '');
      expect(planners[register].matchHeader(header)).toEqual({ lacking: [], found: header.length });
      expect(found(header)).toEqual([register]);
    }
  },
);

test('a header that lacks a needed column is of no register', () => {
  const header = columnsOf('wages').map(([zh = '']) => zh);
  expect(() => found(header.slice(1))).toThrow('no register');
});
