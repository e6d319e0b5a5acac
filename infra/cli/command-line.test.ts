import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readXlsx, writeXlsx } from 'hucre/xlsx';
import { decodeJwt } from 'jose';
import { gb18030 } from '../../test/support/gb18030.ts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const file = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const quiet = '--disable-warning=ExperimentalWarning';

type Answer = { readonly code: number; readonly out: string; readonly err: string };

const subsidy = (...args: readonly string[]): Promise<Answer> =>
  new Promise((resolve) => {
    execFile(process.execPath, [quiet, file('main.ts'), ...args], (error, out, err) => {
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, out, err });
    });
  });

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'subsidy-test-cli-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const write = async (name: string, content: string | Uint8Array): Promise<string> => {
  const path = join(folder, name);
  await writeFile(path, content);
  return path;
};

describe('wrong use is one line and exit code 2', () => {
  test.each([
    ['an unknown command', ['imprt']],
    ['a user too many', ['token', 'verifier', 'approver']],
    ['no user', ['token']],
    ['an unknown option', ['import', '--fiel', 'x']],
    ['an unknown register', ['import', '--register', 'workerz', '--file', 'x']],
    ['no file', ['import', '--register', 'workers']],
    ['a copy in place of the file', ['import', 'x.xlsx', '--marked-copy', './x.xlsx']],
    ['a file that is not there', ['import', '--register', 'workers', '--file', '/nowhere.csv']],
    ['both ways of moving the clock', ['clock', '--advance', '8d', '--to', '2020-06-22']],
    ['no cases', ['assess']],
    ['a re-assessment without a reason', ['reassess', 'A20200316-7K3M9QW2ZD']],
    ['a number that is no application’s', ['ledger', 'A1']],
  ])('%s', async (_case, args) => {
    const { code, out, err } = await subsidy(...args);
    expect(code).toBe(2);
    expect(out).toBe('');
    expect(err).toMatch(/^[A-Z_]+: [^\n]+\n$/u);
  });

  test('but for no command at all, which is told what there is', async () => {
    const { code, out, err } = await subsidy();
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain('import');
  });

  test('a desk that is not running is named by its folder', async () => {
    for (const args of [['token', 'verifier'], ['clock'], ['import', '--unfinished']]) {
      const { code, err } = await subsidy(...args, '--data', folder);
      expect(code).toBe(1);
      expect(err).toMatch(new RegExp(`^DESK_NOT_RUNNING: No desk is running on ${folder}\\.[^\n]*\n$`, 'u'));
    }
  });

  test('help is an answer, with examples', async () => {
    for (const command of ['import', 'assess', 'token', 'call', 'clock', 'demo']) {
      const { code, out } = await subsidy(command, '--help');
      expect(code).toBe(0);
      expect(out).toMatch(/Examples?:/u);
    }
  });
});

describe('policy cases', () => {
  const person = { idNumber: '141124198506129974', homeCounty: '141124', povertyStatus: 'REGISTERED_POOR' };
  const facts = {
    worker: 'P1',
    organised: true,
    workplace: '320500',
    departureDate: '2020-03-12',
    selfPaidFareFen: 55_300,
  };
  const one = { id: 'A', instrument: 'TRANSPORT_SUBSIDY', facts };
  const cases = (...list: readonly object[]) => JSON.stringify({ people: { P1: person }, cases: list });

  test('each case is answered; with --json stdout is an array and nothing else', async () => {
    const path = await write(
      'cases.json',
      cases(one, { ...one, id: 'B', facts: { ...facts, organised: false } }),
    );
    const { code, out } = await subsidy('assess', '--cases', path, '--json');
    expect(code).toBe(0);
    expect(JSON.parse(out)).toEqual([
      {
        id: 'A',
        instrument: 'TRANSPORT_SUBSIDY',
        decision: 'APPROVE',
        amountFen: 55_300,
        reasonCode: 'OK',
        reasons: ['OK'],
      },
      {
        id: 'B',
        instrument: 'TRANSPORT_SUBSIDY',
        decision: 'REJECT',
        amountFen: 0,
        reasonCode: 'NOT_ORGANISED',
        reasons: ['NOT_ORGANISED'],
      },
    ]);
  });

  test('a case that differs from its expectation is named, and the exit code is 1', async () => {
    const path = await write(
      'differ.json',
      cases(
        { ...one, expect: { decision: 'APPROVE', amountFen: 55_300 } },
        { ...one, id: 'B', expect: { amountFen: 55_301 } },
      ),
    );
    const { code, out } = await subsidy('assess', '--cases', path);
    expect(code).toBe(1);
    expect(out).toContain('B: amountFen is 55300, expected 55301');
    expect(out).toContain('2 cases; 2 with an expectation, 1 of them differ.');
  });

  test('an instrument that the notice does not have is said to be one', async () => {
    const rent = { id: 'T', instrument: 'RENT_SUBSIDY', facts: {} };
    const path = await write('rent.json', cases(one, rent));
    const all = await subsidy('assess', '--cases', path, '--json');
    expect(all.code).toBe(0);
    expect(JSON.parse(all.out)).toMatchObject([{ id: one.id }, { id: 'T', decision: 'NOT_SUPPORTED' }]);
    const expecting = await write('hoping.json', cases({ ...rent, expect: { decision: 'APPROVE' } }));
    expect((await subsidy('assess', '--cases', expecting)).code).toBe(1);
  });

  test.each([
    ['no JSON', '{"cases": [', 'CASES_NOT_JSON'],
    ['no list of cases', '{"people": {}}', 'CASES_WRONG'],
    ['two cases of one id', cases(one, one), 'CASES_WRONG'],
    ['a worker who is not in the file', cases({ ...one, facts: { ...facts, worker: 'P9' } }), 'CASE_WRONG'],
    [
      'facts that cannot be read',
      cases({ ...one, facts: { ...facts, departureDate: '2020-02-30' } }),
      'CASE_WRONG',
    ],
  ])('%s is bad input', async (_case, content, problem) => {
    const { code, out, err } = await subsidy('assess', '--cases', await write('bad.json', content));
    expect(code).toBe(2);
    expect(out).toBe('');
    expect(err).toMatch(new RegExp(`^${problem}: [^\n]+\n$`, 'u'));
  });
});

describe('at a running desk', () => {
  let desk: ChildProcess;
  let data: string;
  beforeAll(async () => {
    data = join(folder, 'desk');
    desk = spawn(process.execPath, [quiet, file('../local/main.ts'), '--port', '0', '--data', data], {
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    await new Promise<void>((resolve, reject) => {
      let said = '';
      const hear = (chunk: Buffer) => {
        said += chunk.toString();
        if (said.includes('The desk is open')) resolve();
      };
      desk.stdout?.on('data', hear);
      desk.stderr?.on('data', hear);
      desk.once('exit', (code) => reject(new Error(`the desk ended with ${String(code)}: ${said}`)));
    });
  });
  afterAll(async () => {
    const ended = new Promise((resolve) => desk.once('exit', resolve));
    desk.kill('SIGTERM');
    await ended;
  });

  const workers = '公民身份号码,姓名,户籍县,识别日期,劳动能力,易地搬迁,数据日期\n';
  const row = (id: string) => `${id},例甲子,141124,2014-05-31,普通劳动力,否,2020-06-01\n`;

  test('a token is printed, and nothing else', async () => {
    const { code, out, err } = await subsidy('token', 'verifier', '--data', data);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(decodeJwt(out.trim())).toMatchObject({
      sub: 'verifier',
      roles: ['COUNTY_VERIFIER'],
      division: '141124',
    });
    expect(await subsidy('token', 'nobody', '--data', data)).toMatchObject({
      code: 2,
      err: expect.stringMatching(/^USER_UNKNOWN: There is no user nobody\. There are: .*verifier/u) as string,
    });
  });

  test('the clock goes forward, and never back', async () => {
    const { out } = await subsidy('clock', '--advance', '8d', '--data', data);
    expect(out).toMatch(/; 8\.0 days from real time\n$/u);
    expect(await subsidy('clock', '--to', '2020-06-22', '--data', data)).toMatchObject({ code: 1, out: '' });
    expect((await subsidy('clock', '--advance', 'soon', '--data', data)).code).toBe(2);
  });

  test.each([
    ['in GBK', (text: string) => gb18030(text), 'GB18030'],
    ['with a byte order mark', (text: string) => `\ufeff${text}`, 'UTF-8 with BOM'],
  ])('a file %s is read as what it is', async (_what, encode, encoding) => {
    const path = await write('encoded.csv', encode(workers + row('141124198506129974')));
    const args = ['import', '--register', 'workers', '--file', path, '--dry-run', '--json', '--data', data];
    const { code, out } = await subsidy(...args);
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ encoding, counts: { rows: 1, create: 1, error: 0 }, written: 0 });
  });

  test.each([
    ['in the middle of a row', 'FILE_CUT_OFF', ',例甲子,140925'],
    ['in the middle of a quoted cell', 'QUOTE_NOT_CLOSED', ',"例甲'],
  ])('a file that ends %s loads nothing, not even its whole rows', async (_what, problem, end) => {
    const path = await write('cut.csv', `${workers}${row('141124198506129974')}140925200403109988${end}`);
    const args = ['import', '--register', 'workers', '--file', path, '--data', data];
    const { code, out } = await subsidy(...args);
    expect(code).toBe(1);
    expect(out).toContain(`[${problem}]`);
    expect(out).toContain('没有写入任何数据');
    const whole = await write('whole.csv', workers + row('141124198506129974'));
    const tried = await subsidy(
      'import',
      '--register',
      'workers',
      '--file',
      whole,
      '--dry-run',
      '--data',
      data,
    );
    expect(tried.out).toContain('新增 create 1');
  });

  test('a workbook is tried with a marked copy, mended, and confirmed with the number of the dry run', async () => {
    const rowsOf = (id: string) => [workers, row(id)].map((line) => line.trim().split(','));
    const bookOf = (id: string) => writeXlsx({ sheets: [{ name: '劳动力', rows: rowsOf(id) }] });
    const path = await write('台账.xlsx', await bookOf('440524188001010015'));
    const copy = join(folder, '台账-原因.xlsx');
    const refused = await subsidy('import', path, '--dry-run', '--marked-copy', copy, '--data', data);
    expect(refused.code).toBe(1);
    expect(refused.out).toContain('工作表“劳动力”第 2 行 A 列');
    expect((await readXlsx(await readFile(copy))).sheets[0]?.rows[1]?.at(-1)).toContain('公民身份号码不对');

    await write('台账.xlsx', await bookOf('440524188001010014'));
    const tried = await subsidy('import', path, '--dry-run', '--data', data);
    const [, id = ''] = /--confirm (DR-[0-9a-f]{12})/u.exec(tried.out) ?? [];
    const confirmed = await subsidy('import', path, '--confirm', id, '--data', data);
    expect(confirmed).toMatchObject({ code: 0, out: expect.stringContaining('已写入 1 条。') as string });
    expect(await subsidy('import', path, '--confirm', 'DR-0', '--data', data)).toMatchObject({
      code: 1,
      err: expect.stringContaining('DRY_RUN_UNKNOWN') as string,
    });
  });

  test('a file is tried, refused with its cells, mended, imported, and imported again to no effect', async () => {
    const bad = await write('workers.csv', workers + row('141124198506129975') + row('140925200403109988'));
    const args = ['import', '--register', 'workers', '--file', bad, '--data', data];
    const refused = await subsidy(...args);
    expect(refused.code).toBe(1);
    expect(refused.out).toContain(
      '第 2 行 A 列 公民身份号码 citizen_id（141124**********75）  [CITIZEN_ID_WRONG]',
    );
    expect(refused.out).toContain('没有写入任何数据');
    expect(refused.out).not.toContain('19850612');

    await write('workers.csv', workers + row('141124198506129974') + row('140925200403109988'));
    expect((await subsidy(...args, '--dry-run')).out).toContain('新增 create 2');
    const imported = await subsidy(...args);
    expect(imported).toMatchObject({ code: 0 });
    expect(imported.out).toContain('已写入 2 条。');
    expect((await subsidy(...args)).out).toContain('数据没有变化。');
    expect((await subsidy('import', '--unfinished', '--data', data)).out).toContain('没有中断的导入。');
  });
});
