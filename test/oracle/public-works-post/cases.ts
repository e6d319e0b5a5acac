import type { PostRecord } from '../../../functions/contracts/registers/post.ts';
import type { EmploymentSpell, WorkerRecord } from '../../../functions/contracts/registers/worker.ts';
import type { RuleSet } from '../../../functions/rules/facts.ts';
import type { PostFacts } from '../../../functions/rules/public-works-post/facts.ts';
import { daysIn, laterBy, monthsFrom } from '../almanac.ts';
import { answered, aWorker, handledBy, heldFor, homes, someOthers, someSignals, source } from '../cases.ts';
import type { Chance } from '../chance.ts';

type Claim = PostFacts['claim'];

const aClaim = (chance: Chance, home: string): Claim => {
  const agreedFrom = chance.once(3)
    ? chance.pick(['2020-02-01', '2020-02-29', '2020-03-05', '2019-12-31'])
    : laterBy('2020-01-15', chance.whole(0, 120));
  const agreedTo = laterBy(agreedFrom, chance.whole(10, 300));
  const months = monthsFrom(agreedFrom, agreedTo).filter(() => !chance.once(5));
  const named = months.length > 0 ? months : [agreedFrom.slice(0, 7)];
  return {
    postId: 'G-1',
    county: chance.once(20) ? '140221' : home,
    placeNo: chance.once(12) ? chance.pick([5, 6]) : 1,
    agreedFrom,
    agreedTo,
    unableToLeave: {
      reason: chance.once(12) ? 'NONE' : chance.pick(['HEALTH', 'CARE', 'EPIDEMIC_CONTROL', 'OTHER']),
      villageConfirmed: !chance.once(12),
    },
    months: named.map((month) => ({
      month,
      attendanceDays: chance.once(4) ? chance.pick([0, 13, 14, 15, 16]) : chance.whole(15, daysIn(month)),
    })),
  };
};

const aPost = (chance: Chance, { agreedFrom, agreedTo }: Claim, home: string): PostRecord => ({
  postId: 'G-1',
  kind: chance.once(8)
    ? 'OTHER'
    : chance.pick(['DISINFECTION', 'COMMUNITY_PATROL', 'ENVIRONMENT', 'ECOLOGY']),
  ...(chance.once(2) && { kindReason: '抗洪' }),
  division: home,
  quota: 5,
  fundSource: '统筹整合扶贫资金',
  startsOn: laterBy(agreedFrom, chance.once(10) ? chance.pick([-1, 0, 1, 40]) : -20),
  endsOn: laterBy(agreedTo, chance.once(10) ? chance.pick([-40, -1, 0, 1]) : 20),
  ...(!chance.once(12) && { approvedOn: laterBy(agreedFrom, chance.once(10) ? chance.whole(-1, 1) : -30) }),
  source: source('POSTS'),
});

const someSpells = (chance: Chance, { agreedFrom, agreedTo }: Claim, home: string): EmploymentSpell[] => {
  const spell = {
    spellId: 'S-1',
    employerName: '测试单位',
    workplace: home,
    startsOn: agreedFrom,
    endsOn: agreedTo,
    wageProof: true,
    source: source('EMPLOYMENT'),
  };
  const post: EmploymentSpell[] = chance.once(3)
    ? []
    : [{ ...spell, kind: 'PUBLIC_WELFARE_POST', ...(chance.once(6) && { endsOn: agreedFrom }) }];
  if (!chance.once(8)) return post;
  const kind = chance.pick([
    'LOCAL_ENTERPRISE',
    'OUTSIDE_COUNTY',
    'SELF_EMPLOYED',
    'LOCAL_FARM_ENTITY',
  ] as const);
  const startsOn = laterBy(agreedFrom, chance.pick([-60, 0, 20]));
  return [
    ...post,
    { ...spell, spellId: 'S-2', kind, startsOn, endsOn: laterBy(startsOn, chance.whole(0, 60)) },
  ];
};

const someBenefits = (chance: Chance, { months }: Claim): WorkerRecord['otherBenefits'] =>
  chance.once(12)
    ? [
        {
          kind: chance.once(4) ? 'JOB_SEEKING_SUBSIDY' : 'UNEMPLOYMENT_BENEFIT',
          month: chance.once(4) ? '2019-06' : (months[0]?.month ?? '2020-03'),
          amountFen: 128_000,
          source: source('BENEFITS'),
        },
      ]
    : [];

export const aPostCase = (chance: Chance): PostFacts => {
  const home = chance.pick(homes);
  const claim = aClaim(chance, home);
  const rest = { spells: someSpells(chance, claim, home), otherBenefits: someBenefits(chance, claim) };
  const all = monthsFrom(claim.agreedFrom, claim.agreedTo);
  return {
    instrument: 'PUBLIC_WORKS_POST',
    claim,
    worker: answered(chance, aWorker(chance, home, claim.agreedFrom, rest)),
    post: answered(chance, aPost(chance, claim, home)),
    held: chance.once(5) ? all.filter(() => chance.once(3)).map((month) => heldFor(month)) : [],
    ...someOthers(chance, claim.months[0]?.month ?? '2020-03'),
    ...handledBy(chance, home),
    submittedOn: chance.once(8) ? laterBy(claim.agreedFrom, chance.whole(0, 100)) : '2021-06-01',
    payeeIsWorker: !chance.once(20),
    ...someSignals(chance),
  };
};

export const postValues = (chance: Chance, { values, sources }: RuleSet): RuleSet => {
  const turned = chance.pick<Partial<RuleSet['values']['publicWorks']>>([
    {},
    { monthlyFen: 80_000 },
    { monthlyFen: 80_000 },
    { monthlyFen: 80_000 },
    { monthlyFen: 60_000, maxMonths: 3 },
    { monthlyFen: 60_000, maxMonths: 1 },
    { monthlyFen: 60_000, minDaysPerMonth: 1 },
    { monthlyFen: 60_000, minDaysPerMonth: 31 },
  ]);
  return { values: { ...values, publicWorks: { ...values.publicWorks, ...turned } }, sources };
};
