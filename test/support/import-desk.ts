import { randomVault } from './random-vault.ts';
import type { Desk } from '../../functions/store/desk.ts';
import type { ImportReport } from '../../functions/store/registers/import/import-report.ts';
import {
  importRegister,
  type ImportRequest,
} from '../../functions/store/registers/import/import-register.ts';
import { readRecords } from '../../functions/store/registers/read-records.ts';
import type { Register } from '../../functions/store/registers/register-names.ts';
import type { TestDatabase } from './database.ts';

export const idOne = '141124198506129974';
export const idTwo = '140925200403109988';
export const employer = '91141124MA0TEEE15W';

export const workersHeader =
  '公民身份号码,姓名,手机号码,户籍县,安置县,识别日期,脱贫日期,停止享受政策日期,劳动能力,易地搬迁';
export const workerRow = (
  id: string,
  { name = '例甲子', phone = '13900000001', home = '141124', lifted = '', relocated = '否' } = {},
): string => `${id},${name},${phone},${home},,2014-05-31,${lifted},,普通劳动力,${relocated}`;

export const fileOf = (header: string, ...rows: readonly string[]): string =>
  `${[header, ...rows].join('\n')}\n`;
export const workersFile = (...rows: readonly string[]): string => fileOf(workersHeader, ...rows);

/** `3D ENDS_BEFORE_START`, for each. */
export const codesOf = (issues: ImportReport['issues']): string[] =>
  issues.map(({ row, column, code }) => `${row}${column?.letter ?? ''} ${code}`);

/** A desk with pseudonyms of its own in a shared database, and files to import into it. */
export const createImportDesk = ({ table }: TestDatabase) => {
  const desk: Desk = { table, vault: randomVault() };
  return {
    desk,
    importFile: (
      register: Register | undefined,
      file: string | Uint8Array,
      more: Partial<ImportRequest> = {},
    ) =>
      importRegister(desk, {
        register,
        bytes: typeof file === 'string' ? new TextEncoder().encode(file) : file,
        asOf: '2020-06-15',
        at: '2020-06-15T01:00:00.000Z',
        by: 'importer-1',
        dryRun: false,
        ...more,
      }),
    workerOf: async (id: string) => {
      const subject = desk.vault.lookup('citizen', id);
      const { workers } = await readRecords(table, { subjects: [subject], organisationIds: [] });
      return workers.get(subject);
    },
  };
};
export type ImportDesk = ReturnType<typeof createImportDesk>;
