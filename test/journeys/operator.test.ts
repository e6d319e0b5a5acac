import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { SFNClient, StopExecutionCommand } from '@aws-sdk/client-sfn';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { executionArn } from '../../functions/platform/executions.ts';
import { credentials, machineArn, region } from '../../infra/local/place.ts';
import { type DeskProcess, startDeskProcess } from '../support/desk-process.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
let desk: DeskProcess;
beforeAll(async () => {
  desk = await startDeskProcess();
});
afterAll(async () => {
  await desk.stop();
  await desk.remove();
});

const subsidy = (...args: readonly string[]): Promise<{ code: number; out: string; err: string }> =>
  new Promise((resolve) => {
    const command = [
      '--disable-warning=ExperimentalWarning',
      'infra/cli/main.ts',
      ...args,
      '--data',
      desk.file(''),
    ];
    execFile(process.execPath, command, { cwd: root }, (error, out, err) => {
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, out, err });
    });
  });
const call = async (...args: readonly string[]): Promise<string> => {
  const { code, out, err } = await subsidy('call', ...args);
  expect({ code, err }).toEqual({ code: 0, err: '' });
  return out.trim();
};

test('an operator finds an application whose execution was lost, takes it up again, and follows its way', async () => {
  const id = await call(
    'POST',
    '/applications',
    '--as',
    'village',
    '--body',
    '@docs/first-claim/application.json',
    '--pick',
    'applicationId',
  );
  const version = () => call('GET', `/applications/${id}`, '--as', 'village', '--pick', 'version');
  const change = async (path: string, ...rest: readonly string[]) =>
    call(
      'POST',
      `/applications/${id}/${path}`,
      '--as',
      'village',
      '--set',
      `version=${await version()}`,
      ...rest,
    );
  await change('lines', '--body', '@docs/first-claim/lines.json');
  await change('submit');
  await expect
    .poll(() => call('GET', `/applications/${id}`, '--as', 'village', '--pick', 'state'))
    .toBe('ON_NOTICE');
  expect(await subsidy('reconcile')).toMatchObject({ code: 0, err: '' });
  expect(await subsidy('stuck')).toMatchObject({ code: 0 });

  const { statesUrl } = await desk.addresses();
  const client = new SFNClient({ endpoint: statesUrl, region, credentials });
  await client.send(new StopExecutionCommand({ executionArn: executionArn(machineArn('application'), id) }));
  client.destroy();
  const found = await subsidy('reconcile');
  expect(found.code).toBe(1);
  expect(found.out).toContain(`STUCK 141124 ${id}`);
  const stuck = await subsidy('stuck');
  expect(stuck.code).toBe(1);
  expect(stuck.out).toMatch(/ON_NOTICE NO_EXECUTION: .* \(ABORTED, in AwaitNotice\)/);

  const mended = await subsidy('stuck', '--mend');
  expect(mended).toMatchObject({ code: 0 });
  expect(mended.out).toContain(`taken up again at NOTICE as ${id}-2`);
  expect(await subsidy('reconcile')).toMatchObject({ code: 0 });
  await subsidy('clock', '--advance', '8d');
  await expect
    .poll(() => call('GET', `/applications/${id}`, '--as', 'village', '--pick', 'state'))
    .toBe('IN_APPROVAL');

  // The log is written a moment after the answer.
  await expect.poll(async () => (await subsidy('trace', id)).out).toContain('PublishNotice OK');
  const { out } = await subsidy('trace', id);
  const said = [
    /EVENT {3}1 DRAFT_CREATED by VILLAGE_ASSISTANT {2}\[(?<request>[\w-]+)\]/,
    /REQUEST POST \/applications\/\{applicationId\}\/submit OK [\d.]+ ms/,
    /TASK {4}CheckApplication OK [\d.]+ ms/,
    /EVENT {3}\d+ CHECKED by SYSTEM amountFen=55300 .*outcome=APPROVE/,
    /STATE {3}A\S+ AwaitNotice/,
    /STATE {3}A\S+ ExecutionAborted/,
    /EVENT {3}\d+ EXECUTION_RESTARTED by SYSTEM execution=A\S+-2 resumeAt=NOTICE/,
    /STATE {3}A\S+-2 ApproveApplication/,
  ];
  expect(said.filter((line) => !line.test(out)).map(String)).toEqual([]);
  const request = said[0]?.exec(out)?.groups?.['request'];
  expect(out).toMatch(new RegExp(`REQUEST POST /applications OK .*\\[${request ?? ''}\\]`));
  expect(out).not.toMatch(/样甲子|\d{17}[\dXx]|621\d{10}/);
});
