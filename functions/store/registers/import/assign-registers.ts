import { type ImportIssue, UnreadableFileError } from '../cells/import-issue.ts';
import type { SheetTable } from '../cells/sheet-table.ts';
import { type Register, registerNames, registers } from '../register-names.ts';
import { planners } from './kinds/index.ts';

export type Assigned = { readonly table: SheetTable; readonly register: Register };

type Fit = { readonly register: Register; readonly lacking: readonly string[]; readonly found: number };

/** The registers from the one that fits a header best: none of its columns missing, the most of them there. */
const fitsOf = (header: readonly string[], wanted: readonly Register[]): Fit[] =>
  wanted
    .map((register) => ({ register, ...planners[register].matchHeader(header) }))
    .sort((a, b) => a.lacking.length - b.lacking.length || b.found - a.found);

/** Whether a row names all the columns that some register needs. */
export const isHeaderOf =
  (wanted: readonly Register[]) =>
  (header: readonly string[]): boolean =>
    fitsOf(header, wanted)[0]?.lacking.length === 0;

const inSheet = ({ sheet, headerRow: row }: SheetTable) => ({ ...(sheet !== undefined && { sheet }), row });

/** What to do for a table that is of no register; its cells are not repeated, since they may be anything. */
const unknownTable = (table: SheetTable, [nearest]: readonly Fit[]): ImportIssue => {
  const name = nearest && registerNames[nearest.register];
  return {
    ...inSheet(table),
    code: 'REGISTER_UNKNOWN',
    problem: {
      zh: `表头不是任何台账的；最接近“${name?.zh ?? ''}”，缺少列：${nearest?.lacking.join('、') ?? ''}。`,
      en: `This header is of no register; the nearest is "${nearest?.register ?? ''}", which lacks columns.`,
    },
    mend: {
      zh: '请补上列名，或用 --register 指明台账。',
      en: 'Add the columns, or name it with --register.',
    },
  };
};

const passedOver = (table: SheetTable): ImportIssue => ({
  ...inSheet(table),
  code: 'SHEET_PASSED_OVER',
  problem: { zh: '表头不是台账，未读取此工作表。', en: 'This sheet is of no register and was not read.' },
  mend: { zh: '如应导入，请核对表头。', en: 'If it matters, check its header.' },
});

const ambiguous = (table: SheetTable, fits: readonly Fit[]): ImportIssue => ({
  ...inSheet(table),
  code: 'REGISTER_AMBIGUOUS',
  problem: {
    zh: `表头可能属于几个台账：${fits.map(({ register }) => registerNames[register].zh).join('、')}。`,
    en: `This header fits several registers: ${fits.map(({ register }) => register).join(', ')}.`,
  },
  mend: { zh: '请用 --register 指明台账。', en: 'Name the register with --register.' },
});

type Guess =
  { readonly assigned: Assigned } | { readonly issue: ImportIssue } | { readonly fits: readonly Fit[] };

const guess = (table: SheetTable): Guess => {
  const fits = fitsOf(table.header, registers);
  const [best] = fits;
  if (best === undefined || best.lacking.length > 0) return { fits };
  const equal = fits.filter(({ lacking, found }) => lacking.length === 0 && found === best.found);
  return equal.length > 1
    ? { issue: ambiguous(table, equal) }
    : { assigned: { table, register: best.register } };
};

const guessAll = (tables: readonly SheetTable[]) => {
  const guesses = tables.map((table) => ({ table, guess: guess(table) }));
  const assigned = guesses.flatMap(({ guess: found }) => ('assigned' in found ? [found.assigned] : []));
  const issues = guesses.flatMap(({ guess: found }) => ('issue' in found ? [found.issue] : []));
  const unknown = guesses.flatMap(({ table, guess: found }) =>
    'fits' in found ? [{ table, fits: found.fits }] : [],
  );
  if (issues.length > 0) throw new UnreadableFileError(issues);
  if (assigned.length === 0)
    throw new UnreadableFileError(unknown.map(({ table, fits }) => unknownTable(table, fits)));
  return { assigned, notes: unknown.map(({ table }) => passedOver(table)) };
};

const namedOnly = (tables: readonly SheetTable[], register: Register) => {
  const fitting = tables.filter(({ header }) => isHeaderOf([register])(header));
  // With none that fits, the first one is read all the same: it says which columns are missing.
  const read = fitting.length > 0 ? fitting : tables.slice(0, 1);
  return {
    assigned: read.map((table) => ({ table, register })),
    notes: tables.filter((table) => !read.includes(table)).map(passedOver),
  };
};

/**
 * Which register each table is of, in the order in which registers rest on each other.
 * @throws UnreadableFileError when no table is of a register, or one fits several equally well
 */
export const assignRegisters = (
  tables: readonly SheetTable[],
  register: Register | undefined,
): { readonly assigned: readonly Assigned[]; readonly notes: readonly ImportIssue[] } => {
  const { assigned, notes } = register === undefined ? guessAll(tables) : namedOnly(tables, register);
  const place = (of: Assigned) => registers.indexOf(of.register);
  return { assigned: [...assigned].sort((a, b) => place(a) - place(b)), notes };
};
