import type { Clock } from '../clock.ts';
import type { FrameStore } from './journal/frames.ts';

/** So many frames are woken at a time. */
const batch = 500;

/**
 * One timer for the earliest instant any execution waits for; all instants stand in the journal. `wake` resolves when
 * the execution has done what was due; `settle` when all is quiet, which an advanced clock waits for.
 */
export const createScheduler = (
  clock: Clock,
  frames: FrameStore,
  wake: (executionId: number) => Promise<void>,
  settle: () => Promise<void>,
) => {
  let armedFor = Infinity;
  let cancel = () => {};
  let isFiring = false;
  let isStopped = false;

  const arm = (due: number) => {
    if (isStopped || due >= armedFor) return;
    cancel();
    armedFor = due;
    cancel = clock.at(due, async (isAdvance) => {
      await fire();
      if (isAdvance) await settle();
    });
  };
  const fire = async () => {
    armedFor = Infinity;
    if (isFiring) return;
    isFiring = true;
    for (
      let due = frames.due(clock.now(), batch);
      due.length > 0 && !isStopped;
      due = frames.due(clock.now(), batch)
    ) {
      const executions = new Set(due.map(({ executionId }) => executionId));
      await Promise.all([...executions].map(wake));
    }
    isFiring = false;
    restart();
  };
  const restart = () => {
    const due = isStopped ? undefined : frames.nextDue();
    if (due !== undefined) arm(due);
  };
  return {
    /** Something is due then. */
    note: (due: number) => {
      if (!isFiring) arm(due);
    },
    restart,
    stop: () => {
      isStopped = true;
      cancel();
    },
  };
};
