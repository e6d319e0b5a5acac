import { placement } from './placement-subsidy/subject.ts';
import { retention } from './retention-allowance/subject.ts';
import type { Subject } from './subject.ts';
import { transport } from './transport-subsidy/subject.ts';

/** Every instrument that the oracle decides, in the order of the notice. */
export const subjects: readonly Subject[] = [transport, placement, retention];
