import type { PremisesRecord } from '../../../functions/contracts/registers/organisation.ts';
import type { RuleSet } from '../../../functions/rules/facts.ts';
import type { WorkshopFacts } from '../../../functions/rules/workshop-recognition/facts.ts';
import { laterBy } from '../almanac.ts';
import { answered, handledBy, heldFor, someSignals, source } from '../cases.ts';
import type { Chance } from '../chance.ts';
import { aNumber, anEnterprise, aRecognition, aRoster, homeCounty, ownCode } from '../roster/cases.ts';

type Premises = WorkshopFacts['claim']['premises'];

const aDay = (chance: Chance): string =>
  chance.once(5) ? chance.pick(['2020-02-29', '2020-03-31']) : laterBy('2020-03-05', chance.whole(0, 200));

/** Free from government; or a village's, private, own, at a fen of rent, or not running on the day. */
const somePremises = (chance: Chance, on: string): Premises => ({
  providerName: '测试镇人民政府',
  providerKind: chance.once(4) ? chance.pick(['VILLAGE_COLLECTIVE', 'PRIVATE', 'OWN']) : 'GOVERNMENT',
  rentFen: chance.once(10) ? chance.pick([1, 100_000]) : 0,
  startsOn: laterBy(on, chance.once(12) ? chance.whole(0, 1) : -300),
  ...(chance.once(2) && { endsOn: laterBy(on, chance.once(5) ? chance.whole(-1, 0) : 400) }),
});

const asRegistered = (chance: Chance, claimed: Premises, on: string): PremisesRecord => {
  const { providerName, ...rest } = chance.once(10) ? somePremises(chance, on) : claimed;
  return {
    premisesId: 'P-1',
    occupantCode: ownCode,
    division: homeCounty,
    providerName,
    ...rest,
    source: source('PREMISES'),
  };
};

export const aWorkshopCase = (chance: Chance): WorkshopFacts => {
  const countedOn = aDay(chance);
  const premises = somePremises(chance, countedOn);
  return {
    instrument: 'WORKSHOP_RECOGNITION',
    claim: {
      countedOn,
      county: homeCounty,
      povertyReliefEnterprise: !chance.once(10),
      premises,
    },
    roster: aRoster(chance, countedOn, chance.once(25) ? 10 : 3),
    applicant: answered(chance, anEnterprise(chance)),
    premises: answered(chance, asRegistered(chance, premises, countedOn)),
    recognition: chance.once(8)
      ? aRecognition(chance, 'WORKSHOP', countedOn)
      : chance.once(25)
        ? 'UNAVAILABLE'
        : 'UNKNOWN',
    held: chance.once(20) ? [heldFor('ONCE')] : [],
    ...handledBy(chance, homeCounty),
    ...(!chance.once(12) && { submittedOn: laterBy(countedOn, chance.once(12) ? -1 : chance.whole(0, 20)) }),
    ...someSignals(chance),
  };
};

export const workshopValues = (chance: Chance, { values, sources }: RuleSet): RuleSet => {
  const minPoorWorkers = aNumber(chance, 10);
  const turned = chance.pick<Partial<RuleSet['values']['workshop']>>([
    {},
    {},
    {},
    { requireFreeGovernmentPremises: false },
    { ordinaryMinPoorWorkers: chance.whole(1, 5) },
    { ordinaryMinPoorWorkers: chance.whole(1, 5), villagePremises: 'REFUSE' },
    { villagePremises: 'ACCEPT' },
    { villagePremises: 'REFUSE' },
    { countOtherCounties: false },
  ]);
  return { values: { ...values, workshop: { ...values.workshop, minPoorWorkers, ...turned } }, sources };
};
