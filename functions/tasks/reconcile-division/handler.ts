import { reconcileDivisionInput, reconcileDivisionOutput } from '../../contracts/steps.ts';
import { asTask } from '../../platform/task.ts';
import { keylessDesk } from '../../store/container-table.ts';
import { reconcileDivision } from '../../store/reconcile/reconcile-division.ts';

export const handler = asTask({
  input: reconcileDivisionInput,
  output: reconcileDivisionOutput,
  run: (input) => reconcileDivision(keylessDesk(), input),
});
