import { execFile } from 'node:child_process';
import { dirname, delimiter } from 'node:path';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type DeskProcess, startDeskProcess } from '../support/desk-process.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const page = readFileSync(`${root}/docs/first-claim.md`, 'utf8');
const commands = [...page.matchAll(/^```bash\n([\s\S]*?)^```$/gm)].map(([, block = '']) => block);

let desk: DeskProcess;
beforeAll(async () => {
  desk = await startDeskProcess();
});
afterAll(async () => {
  await desk.stop();
  await desk.remove();
});

/** What a newcomer's terminal would show; the first command that fails ends it. */
const typeIn = (script: string): Promise<{ code: number; shown: string }> =>
  new Promise((resolve) => {
    const PATH = `${dirname(process.execPath)}${delimiter}${process.env['PATH'] ?? ''}`;
    execFile(
      'bash',
      ['-eu', '-o', 'pipefail', '-c', script],
      { cwd: root, env: { ...process.env, PATH, DATA_DIR: desk.file('') } },
      (error, out, err) => {
        resolve({ code: typeof error?.code === 'number' ? error.code : 0, shown: out + err });
      },
    );
  });

test(
  'the page of the first claim does what it says, typed in as it stands',
  { timeout: 300_000 },
  async () => {
    expect(commands.length).toBeGreaterThan(8);
    const { code, shown } = await typeIn(commands.join('\n'));
    expect({ code, shown }).toMatchObject({ code: 0 });
    expect(shown).toMatch(/^A\d{8}-\w{10}$/m);
    expect(shown).toContain('可补助 553.00 元（通知第二条第1项）。');
    expect(shown).toContain('「对有组织外出务工的贫困劳动力按规定落实不超过800元的一次性交通补助」');
    expect(shown).toMatch(/transport\.capFen = 80000 {2}\[晋人社厅函〔2020〕127号/);
    expect(shown).toMatch(/record sha256 [0-9a-f]{64}/);
    expect(shown).toMatch(/2020-03 .*一次性交通补助 2020 553\.00 元 本行/);
    expect(shown).toContain('名单正在公示');
    expect(shown).toMatch(/"一次性交通补助","样甲子",.*"553\.00","55300"/);
    expect(shown).toContain('已办结，款项已拨付到收款账户。');
    expect(shown).toContain('"paidFen": 55300');
    expect(shown).toMatch(/发放 paid .* 553\.00 .*PAYOUT/);
    expect(shown).toContain('1 行核定 lines, 0 行有变化 differ');
    expect(shown).toContain('1 the same byte for byte, 0 differ, 0 changed');
  },
);
