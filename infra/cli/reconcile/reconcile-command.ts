import { Command } from 'commander';
import { isDifference, type Finding } from '../../../functions/contracts/reconciliation.ts';
import { createExecutions } from '../../../functions/platform/executions.ts';
import { stuckReasons, type Stuck } from '../../../functions/store/executions/find-stuck.ts';
import { bookFindings } from '../../../functions/store/reconcile/book-findings.ts';
import { confirmed } from '../../../functions/store/reconcile/confirmed.ts';
import { readBooks } from '../../../functions/store/reconcile/read-books.ts';
import { openStore } from '../open-store.ts';
import { deskNow } from '../practice-time.ts';
import { findDesk } from '../running-desk.ts';
import { findStuck } from '../stuck/find-stuck.ts';
import { applicationMachine, openEngine } from '../stuck/running-executions.ts';
import { yuan } from '../yuan.ts';

type Options = { readonly json: boolean; readonly data?: string };
type Compared = {
  readonly applications: number;
  readonly executions: number;
  readonly findings: readonly Finding[];
};

const asFinding = ({ applicationId, division, why, execution }: Stuck): Finding => ({
  code: 'STUCK',
  division,
  applicationId,
  what: `${execution}: ${stuckReasons[why]}`,
});

const compare = async ({ data }: Options): Promise<Compared> => {
  const desk = findDesk(data);
  const now = await deskNow(desk);
  const { table } = openStore(desk);
  const engine = openEngine(desk);
  try {
    const books = await confirmed(async () => {
      const read = await readBooks(table);
      return { applications: read.heads.size, findings: bookFindings(read, now) };
    });
    const executions = createExecutions(applicationMachine);
    const stuck = await findStuck({ table, engine, executions, now });
    const running = (await engine.running()).size;
    return { ...books, executions: running, findings: [...books.findings, ...stuck.map(asFinding)] };
  } finally {
    engine.close();
    table.documents.destroy();
  }
};

const lineOf = ({ code, division, applicationId, what, isFen, shouldBeFen }: Finding): string => {
  const figures = isFen === undefined ? '' : `: ${yuan(isFen)} and ${yuan(shouldBeFen ?? 0)} yuan`;
  return `${code} ${division}${applicationId === undefined ? '' : ` ${applicationId}`} ${what}${figures}`;
};

const textOf = ({ applications, executions, findings }: Compared): string => {
  const differences = findings.filter(isDifference);
  return [
    ...findings.map(lineOf),
    `${applications} applications, ${executions} executions that run: ${differences.length} differences, ${findings.length - differences.length} late.\n`,
  ].join('\n');
};

export const reconcileCommand = (): Command =>
  new Command('reconcile')
    .description('compare funds, payouts, ledger, waits and executions of the whole desk with each other')
    .option('--json', 'as JSON', false)
    .option('--data <dir>', 'the data folder of the running desk (DATA_DIR, .data)')
    .addHelpText(
      'after',
      `
Each county's fund against its applications, payouts and ledger; each application against the row it waits for and
against its execution; calls that never went through. Reads the whole table; what differs is read twice, so that work
which goes on meanwhile is not taken for a fault. Work that is late is listed and is no difference. On AWS the machine
workflows/reconciliation does what can be done county by county, every night.

Exit code: 0 nothing differs, 1 something does, 2 wrong use.`,
    )
    .action(async (options: Options) => {
      const compared = await compare(options);
      process.stdout.write(options.json ? `${JSON.stringify(compared, null, 2)}\n` : textOf(compared));
      if (compared.findings.some(isDifference)) process.exitCode = 1;
    });
