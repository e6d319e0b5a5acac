import type { PostRecord } from '../../contracts/registers/post.ts';
import type { Check } from '../../contracts/assessment.ts';
import { monthOf } from '../calendar/days.ts';
import {
  caveat,
  checkOf,
  claimed,
  notApplicable,
  pass,
  registered,
  unavailable,
  type Finding,
} from '../check.ts';
import { isKnown } from '../facts.ts';
import type { PostFacts } from './facts.ts';

const postNotKnown = (lookup: 'UNKNOWN' | 'UNAVAILABLE'): Finding =>
  lookup === 'UNKNOWN'
    ? unavailable(
        'REGISTER_DOES_NOT_KNOW',
        '公益岗位台账中没有查到此岗位，由工作人员核实。',
        'The register of posts does not know this post; an officer looks.',
      )
    : unavailable(
        'REGISTER_DOES_NOT_KNOW',
        '公益岗位台账暂时无法查询，由工作人员核实。',
        'The register of posts could not be asked; an officer looks.',
      );

const approved = ({ approvedOn, source }: PostRecord): Finding => {
  const inputs = [registered('approvedOn', approvedOn ?? null, source)];
  return approvedOn === undefined
    ? unavailable(
        'PROOF_MISSING',
        '台账中没有县级批准日期，由工作人员核实。',
        'The register shows no approval by the county; an officer looks.',
        { inputs },
      )
    : pass(`岗位于 ${approvedOn} 批准。`, `Approved on ${approvedOn}.`, { inputs });
};

/** Five kinds are listed; 等 allows others with a reason, which a person weighs (POLICY 3.11). */
const kind = ({ kind: postKind, kindReason, source }: PostRecord): Finding => {
  const inputs = [
    registered('postKind', postKind, source),
    registered('kindReason', kindReason ?? null, source),
  ];
  if (postKind !== 'OTHER') return pass('岗位类别属列明范围。', 'A kind of post that is listed.', { inputs });
  return kindReason === undefined
    ? unavailable(
        'PROOF_MISSING',
        '列明范围以外的岗位没有设岗理由，由工作人员核实。',
        'A post of another kind needs its reason and shows none; an officer looks.',
        { inputs },
      )
    : caveat(
        'OUTSIDE_SOFT_LIMIT',
        '岗位不在列明类别内，由工作人员核实设岗理由。',
        'A post of another kind than the listed ones; an officer weighs the reason.',
        { inputs },
      );
};

/** 临时: the months lie between the post's first day and its last. */
const inPost = ({ startsOn, endsOn, source }: PostRecord, { claim }: PostFacts): Finding => {
  const outside = claim.months.flatMap(({ month }) =>
    month < monthOf(startsOn) || month > monthOf(endsOn) ? month : [],
  );
  const inputs = [
    registered('postFrom', startsOn, source),
    registered('postTo', endsOn, source),
    claimed('monthsOutside', outside.join(' ')),
  ];
  return outside.length === 0
    ? pass(`岗位期限 ${startsOn} 至 ${endsOn}。`, `The post runs from ${startsOn} to ${endsOn}.`, { inputs })
    : caveat(
        'REGISTER_DIFFERS',
        `${outside.join('、')} 不在岗位期限 ${startsOn} 至 ${endsOn} 内，由工作人员核实。`,
        `${outside.join(', ')}: outside the post’s term, ${startsOn} to ${endsOn}; an officer looks.`,
        { inputs },
      );
};

const inQuota = ({ quota, source }: PostRecord, { claim: { placeNo } }: PostFacts): Finding => {
  const inputs = [registered('quota', quota, source), claimed('placeNo', placeNo)];
  return placeNo <= quota
    ? pass(`核定 ${quota} 个名额，本人为第 ${placeNo} 个。`, `Place ${placeNo} of ${quota}.`, { inputs })
    : caveat(
        'REGISTER_DIFFERS',
        `超出核定的 ${quota} 个名额，由工作人员核实。`,
        `More people than the ${quota} places that were approved; an officer looks.`,
        { inputs },
      );
};

const asked = ['post-approved', 'post-kind', 'post-term', 'post-quota'] as const;

/** What the county approved: the kind of post, its term and its places. */
export const postChecks = (clause: string, facts: PostFacts): Check[] => {
  const { post } = facts;
  if (!isKnown(post)) {
    const unknown = notApplicable('岗位未知。', 'The post is not known.');
    return asked.map((id, at) => checkOf(id, clause, at === 0 ? postNotKnown(post) : unknown));
  }
  const [first, second, third, fourth] = asked;
  return [
    checkOf(first, clause, approved(post)),
    checkOf(second, clause, kind(post)),
    checkOf(third, clause, inPost(post, facts)),
    checkOf(fourth, clause, inQuota(post, facts)),
  ];
};
