import { afterAll, beforeAll, expect, test } from 'vitest';
import { runDemo } from '../../infra/cli/demo/run-demo.ts';
import { createProgress } from '../../infra/cli/progress.ts';
import { forbiddenDeeds } from '../support/forbidden-deeds.ts';
import { createRecorder } from '../support/recorder.ts';

const recorder = createRecorder();
beforeAll(async () => {
  const progress = createProgress(true);
  await runDemo({ dataDir: undefined, keepFiles: false, progress, load: recorder.load });
}, 300_000);
afterAll(recorder.stop);

test('on the way of a county’s 344 claims no function does what it is not allowed to', () => {
  expect(recorder.deeds().size).toBeGreaterThan(25);
  expect(forbiddenDeeds(recorder.deeds())).toEqual([]);
});
