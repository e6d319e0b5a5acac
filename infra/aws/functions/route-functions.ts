import type { Operation } from '../../../functions/contracts/api/operation.ts';

/** Anybody may call these without a token: a flood of them must not take the room of those who work. */
export const publicConcurrency = 50;

export const routeFunctionOf = ({ summary, access }: Operation) => ({
  whenItFails: `It fails for ${access === 'PUBLIC' ? 'anybody' : access.join(', ')}: “${summary.en}”.`,
  ...(access === 'PUBLIC' && { reservedConcurrency: publicConcurrency }),
});
