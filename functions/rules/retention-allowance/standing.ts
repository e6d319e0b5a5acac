import type { ClaimedSpell } from './claim.ts';
import type { SpellKind } from '../../contracts/work.ts';
import { homeOf, isKnown } from '../facts.ts';
import type { RetentionFacts } from './facts.ts';
import { tierOf } from '../tier.ts';

/** Why a stretch of work counts, or does not. */
export type Standing = 'OUTSIDE' | 'LOCAL' | 'HOME_UNKNOWN' | 'IN_COUNTY_AS_OUTSIDE' | 'WRONG_KIND';

export const isLocalKind = (kind: SpellKind): boolean =>
  kind === 'LOCAL_WORKSHOP' || kind === 'LOCAL_ENTERPRISE';

/** A post is paid for itself (六.3); it neither earns the allowance nor confirms other work. */
export const isPost = (kind: SpellKind): boolean => kind === 'PUBLIC_WELFARE_POST';

/**
 * 六.2 pays (A) any work outside the home county, abroad too, and (B) a stable job in a local workshop or enterprise.
 * Where no register says where home is, work in the county of the claim may be outside it: a person looks.
 * Self-employment and farm entities in the county and public-welfare posts are neither (POLICY 3.10 b to e, 3.8 b).
 */
export const standingOf = (facts: RetentionFacts, { kind, workplace }: ClaimedSpell): Standing => {
  if (isPost(kind)) return 'WRONG_KIND';
  const home = homeOf(facts);
  const outside = home === undefined ? kind === 'OUTSIDE_COUNTY' : tierOf(home, workplace) !== 'IN_COUNTY';
  if (outside) return 'OUTSIDE';
  if (!isKnown(facts.worker) && !isLocalKind(kind)) return 'HOME_UNKNOWN';
  if (kind === 'OUTSIDE_COUNTY') return 'IN_COUNTY_AS_OUTSIDE';
  return isLocalKind(kind) ? 'LOCAL' : 'WRONG_KIND';
};

export const counts = (standing: Standing): boolean =>
  standing === 'OUTSIDE' || standing === 'LOCAL' || standing === 'HOME_UNKNOWN';
