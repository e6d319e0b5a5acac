import { base } from './base-award/subject.ts';
import { farmHiring } from './farm-hiring-subsidy/subject.ts';
import { hiring } from './hiring-subsidy/subject.ts';
import { insurance } from './social-insurance-subsidy/subject.ts';
import { overseas } from './overseas-subsidy/subject.ts';
import { placement } from './placement-subsidy/subject.ts';
import { post } from './public-works-post/subject.ts';
import { retention } from './retention-allowance/subject.ts';
import type { Subject } from './subject.ts';
import { training } from './training-subsidy/subject.ts';
import { transport } from './transport-subsidy/subject.ts';
import { workshop } from './workshop-recognition/subject.ts';
import { unemployment } from './unemployment-assistance/subject.ts';

/** Every instrument that the oracle decides, in the order of the notice. */
export const subjects: readonly Subject[] = [
  transport,
  placement,
  overseas,
  training,
  hiring,
  farmHiring,
  insurance,
  workshop,
  base,
  retention,
  post,
  unemployment,
];
