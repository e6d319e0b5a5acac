import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { dayOf, instantOf } from '../../../functions/platform/time.ts';
import { readVault } from '../../../functions/platform/key-file.ts';
import type { Desk } from '../../../functions/store/desk.ts';
import { importRegister } from '../../../functions/store/registers/import/import-register.ts';
import type { Register } from '../../../functions/store/registers/register-names.ts';
import { createTable } from '../../../functions/store/table-client.ts';
import type { Clock } from '../clock.ts';
import { HostError } from '../host-error.ts';
import { tableName } from '../place.ts';

/** The part of the host that the load needs; its database is the one the functions' environment names. */
type SampleHost = { readonly folder: string; readonly clock: Pick<Clock, 'now'> };

type Folder = 'data' | 'later';

const importFile = async (desk: Desk, folder: Folder, register: Register, now: number): Promise<number> => {
  const at = instantOf(now);
  const bytes = await readFile(new URL(`${folder}/${register}.csv`, import.meta.url));
  const { issues, cases } = await importRegister(desk, {
    register,
    bytes,
    asOf: dayOf(at),
    at,
    by: 'sample',
    dryRun: false,
  });
  const [first] = issues;
  if (first !== undefined)
    throw new HostError(
      'SAMPLE_REFUSED',
      `The sample file ${register}.csv was refused in row ${first.row}: ${first.problem.en} Restore infra/local/sample/${folder} from the repository.`,
    );
  return cases;
};

/** The registers that the sample has, in the order in which they rest on each other. */
const sampleRegisters = [
  'workers',
  'organisations',
  'spells',
  'trips',
  'wages',
  'contributions',
  'courses',
  'attendance',
  'premises',
  'recognitions',
  'posts',
  'overseas',
  'funds',
] as const;

const importFiles = async (
  { folder, clock }: SampleHost,
  from: Folder,
  names: readonly Register[],
): Promise<number> => {
  const table = createTable(tableName);
  const desk = { table, vault: readVault(join(folder, 'secrets/vault.json')) };
  let cases = 0;
  try {
    for (const register of names) cases += await importFile(desk, from, register, clock.now());
  } finally {
    table.documents.destroy();
  }
  return cases;
};

/**
 * Imports the registers of the sample into a new desk. Spells and trips need their workers. A load that was cut short may be repeated.
 * @throws HostError SAMPLE_REFUSED when a file was changed into something that cannot be imported
 */
export const loadSample = async (host: SampleHost): Promise<void> => {
  await importFiles(host, 'data', sampleRegisters);
};

/**
 * Imports what the registers learn after the money was paid, and says how many cases that opened for re-examiners.
 * @throws HostError SAMPLE_REFUSED when a file was changed into something that cannot be imported
 */
export const loadLater = (host: SampleHost): Promise<number> =>
  importFiles(host, 'later', ['workers', 'spells']);
