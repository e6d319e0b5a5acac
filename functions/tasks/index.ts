import { handler as CheckApplication } from './check-application/handler.ts';
import { handler as CloseApplication } from './close-application/handler.ts';
import { handler as EndApplication } from './end-application/handler.ts';
import { handler as OpenTask } from './open-task/handler.ts';
import { handler as PayApplication } from './pay-application/handler.ts';
import { handler as PublishNotice } from './publish-notice/handler.ts';
import { handler as ReconcileDivision } from './reconcile-division/handler.ts';
import { handler as ResumeApplication } from './resume-application/handler.ts';
import { handler as RotateKeys } from './rotate-keys/handler.ts';
import { handler as SweepOutbox } from './sweep-outbox/handler.ts';

/** Every function that is no HTTP operation, by the name that machines and schedules call it. */
export const taskHandlers = {
  CheckApplication,
  CloseApplication,
  EndApplication,
  OpenTask,
  PayApplication,
  PublishNotice,
  ReconcileDivision,
  ResumeApplication,
  RotateKeys,
  SweepOutbox,
} as const;
