import type { Doc } from '../json.ts';
import type { Frame } from '../journal/frames.ts';
import type { Run } from './run.ts';

/** A frame has reached its end: the execution succeeds, or the Map or Parallel around it comes closer to its end. */
export const finishFrame = (run: Run, frame: Frame, output: Doc): void => {
  const parent = run.parentOf(frame);
  if (!parent) {
    run.end({ status: 'SUCCEEDED', output: output.text }, frame.lastEvent, { output: output.text });
    return;
  }
  frame.output = output;
  run.touch(frame, 'all');
  run.to(frame, 'done');
  const { children } = parent;
  if (!children) throw new Error(`The state ${parent.state} has no branches that could end`);
  children.done += 1;
  parent.lastEvent = frame.lastEvent;
  if (frame.isItem === true)
    frame.lastEvent = run.note(frame.lastEvent, 'MapIterationSucceeded', {
      name: parent.state,
      index: frame.index,
    });
  if (children.done === children.total) {
    parent.lastEvent = frame.lastEvent;
    run.to(parent, 'joined');
  }
  run.touch(parent);
};
