import type { BaseAwardFacts } from '../../../functions/rules/base-award/facts.ts';
import type { RuleSet } from '../../../functions/rules/facts.ts';
import { laterBy } from '../almanac.ts';
import { answered, handledBy, heldFor, someSignals } from '../cases.ts';
import type { Chance } from '../chance.ts';
import { aNumber, anEnterprise, aRecognition, aRoster, homeCounty } from '../roster/cases.ts';

export const aBaseCase = (chance: Chance): BaseAwardFacts => {
  const countedOn = chance.once(5)
    ? chance.pick(['2020-02-29', '2020-03-31'])
    : laterBy('2020-03-05', chance.whole(0, 200));
  return {
    instrument: 'BASE_AWARD',
    claim: { countedOn, county: homeCounty, recognitionNo: chance.once(15) ? 'C-2' : 'C-1' },
    roster: aRoster(chance, countedOn, chance.once(100) ? 50 : 3),
    applicant: answered(chance, anEnterprise(chance)),
    recognition: answered(chance, aRecognition(chance, 'BASE', countedOn)),
    held: chance.once(15) ? [heldFor('ONCE')] : [],
    ...handledBy(chance, homeCounty),
    ...(!chance.once(12) && { submittedOn: laterBy(countedOn, chance.once(12) ? -1 : chance.whole(0, 20)) }),
    ...someSignals(chance),
  };
};

export const baseValues = (chance: Chance, { values, sources }: RuleSet): RuleSet => {
  const minPoorWorkers = aNumber(chance, 50);
  const turned = chance.pick<Partial<RuleSet['values']['base']>>([
    {},
    {},
    {},
    { awardFen: null },
    { awardFen: 5_000_000 },
    { countOver: 'TWELVE_MONTHS' },
    { countOver: 'TWELVE_MONTHS' },
  ]);
  return { values: { ...values, base: { ...values.base, minPoorWorkers, ...turned } }, sources };
};
