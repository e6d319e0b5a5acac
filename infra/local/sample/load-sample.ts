import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { dayOf, instantOf } from '../../../functions/platform/time.ts';
import { readVault } from '../../../functions/platform/vault.ts';
import type { Desk } from '../../../functions/store/desk.ts';
import { importRegister } from '../../../functions/store/registers/import/import-register.ts';
import type { Register } from '../../../functions/store/registers/register-names.ts';
import { createTable } from '../../../functions/store/table-client.ts';
import type { Clock } from '../clock.ts';
import { HostError } from '../host-error.ts';
import { tableName } from '../place.ts';

/** The part of the host that the load needs; its database is the one the functions' environment names. */
type SampleHost = { readonly folder: string; readonly clock: Pick<Clock, 'now'> };

const importFile = async (desk: Desk, register: Register, now: number): Promise<void> => {
  const at = instantOf(now);
  const bytes = await readFile(new URL(`data/${register}.csv`, import.meta.url));
  const { issues } = await importRegister(desk, {
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
      `The sample file ${register}.csv was refused in row ${first.row}: ${first.problem.en} Restore infra/local/sample/data from the repository.`,
    );
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

/**
 * Imports the registers of the sample into a new desk. Spells and trips need their workers. A load that was cut short may be repeated.
 * @throws HostError SAMPLE_REFUSED when a file was changed into something that cannot be imported
 */
export const loadSample = async ({ folder, clock }: SampleHost): Promise<void> => {
  const table = createTable(tableName);
  const desk = { table, vault: readVault(join(folder, 'secrets/vault.json')) };
  try {
    for (const register of sampleRegisters) await importFile(desk, register, clock.now());
  } finally {
    table.documents.destroy();
  }
};
