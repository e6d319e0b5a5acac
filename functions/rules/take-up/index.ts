import type { WorkerRecord } from '../../contracts/registers/worker.ts';
import { presumePost } from './post.ts';
import type { Around, Presume, PresumedClaim } from './presumed-claim.ts';
import { presumeRetention } from './retention.ts';
import { presumeTraining } from './training.ts';
import { presumeTransport } from './transport.ts';
import { presumeUnemployment } from './unemployment.ts';

/**
 * The instruments that a worker's registers can amount to, in the notice's order. The others rest on a contract, a
 * roster or premises that only an employer or an agency can bring.
 */
const presumptions: readonly Presume[] = [
  presumeTransport,
  presumeTraining,
  presumeRetention,
  presumePost,
  presumeUnemployment,
];

/** What the registers alone say that this worker could claim (应补尽补). The rules decide what each comes to. */
export const presumedClaims = (worker: WorkerRecord, around: Around): PresumedClaim[] =>
  presumptions.flatMap((presume) => presume(worker, around));
