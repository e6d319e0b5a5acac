import type { EmploymentSpell } from '../../../functions/contracts/registers/worker.ts';
import type { RuleSet } from '../../../functions/rules/facts.ts';
import type { RetentionFacts } from '../../../functions/rules/retention-allowance/facts.ts';
import { laterBy } from '../almanac.ts';
import {
  answered,
  aWorker,
  aWorkplace,
  handledBy,
  heldFor,
  homes,
  someOthers,
  someSignals,
  source,
} from '../cases.ts';
import type { Chance } from '../chance.ts';

type Spell = RetentionFacts['claim']['spells'][number];

const employers = ['91141124MA0TEEE15W', '91140200MA0TBBB24W'] as const;

/** Around the ends of the window, the notice's date, and the 14th to 16th day of a month. */
const edges = [
  '2020-01-15',
  '2020-01-31',
  '2020-02-01',
  '2020-02-14',
  '2020-02-15',
  '2020-02-16',
  '2020-02-29',
  '2020-03-05',
  '2020-03-16',
  '2020-03-17',
  '2020-03-18',
  '2020-06-15',
  '2020-06-16',
  '2020-06-30',
  '2020-07-01',
];

const someDays = (chance: Chance): { startsOn: string; endsOn: string } => {
  const startsOn = chance.once(2) ? chance.pick(edges) : laterBy('2020-01-20', chance.whole(0, 150));
  const length = chance.once(3) ? chance.pick([0, 13, 14, 15, 16]) : chance.whole(0, 170);
  return { startsOn, endsOn: laterBy(startsOn, length) };
};

const aSpell = (chance: Chance, home: string): Spell => {
  const local = chance.once(3);
  return {
    kind: chance.once(10)
      ? chance.pick(['SELF_EMPLOYED', 'LOCAL_FARM_ENTITY', 'PUBLIC_WELFARE_POST'])
      : local
        ? chance.pick(['LOCAL_WORKSHOP', 'LOCAL_ENTERPRISE'])
        : 'OUTSIDE_COUNTY',
    employerName: '测试单位',
    ...(!chance.once(4) && { employerCode: chance.pick(employers) }),
    workplace: local && !chance.once(6) ? home : aWorkplace(chance, home),
    ...someDays(chance),
    wageProof: !chance.once(5),
  };
};

/** The register's own entry of a claimed stretch: as a rule the same, sometimes another place, employer or time. */
const registered = (chance: Chance, { employerCode, ...spell }: Spell, at: number): EmploymentSpell[] => {
  if (chance.once(15)) return [];
  const code = chance.once(15) ? chance.pick(employers) : employerCode;
  const days = chance.once(10)
    ? { startsOn: laterBy(spell.startsOn, chance.whole(0, 10)), endsOn: laterBy(spell.endsOn, 10) }
    : { startsOn: spell.startsOn, ...(!chance.once(4) && { endsOn: spell.endsOn }) };
  const city = `${spell.workplace.slice(0, 4)}00`;
  return [
    {
      spellId: `S-${at}`,
      kind: spell.kind,
      employerName: spell.employerName,
      ...(code !== undefined && { employerCode: code }),
      workplace: chance.once(15)
        ? chance.pick(['350203', /^\d{6}$/.test(spell.workplace) ? city : '350203'])
        : spell.workplace,
      ...days,
      wageProof: chance.once(2),
      source: source('EMPLOYMENT'),
    },
  ];
};

export const aRetentionCase = (chance: Chance): RetentionFacts => {
  const home = chance.pick(homes);
  const spells = Array.from({ length: chance.once(2) ? 1 : chance.whole(1, 3) }, () => aSpell(chance, home));
  const on = spells[0]?.startsOn ?? '2020-03-16';
  const entries = spells.flatMap((spell, at) => registered(chance, spell, at));
  const held = ['2020-02', '2020-03', '2020-04', '2020-05', '2020-06'].filter(() => chance.once(4));
  return {
    instrument: 'RETENTION_ALLOWANCE',
    claim: { spells },
    worker: answered(
      chance,
      aWorker(chance, home, laterBy(on, chance.whole(0, 20)), { spells: entries, seats: [] }),
    ),
    held: chance.once(8) ? held.map((month) => heldFor(month)) : [],
    ...someOthers(chance, chance.pick(['2020-02', '2020-03', '2020-04'])),
    ...handledBy(chance, home),
    submittedOn: chance.once(5) ? laterBy('2020-02-10', chance.whole(0, 150)) : '2020-08-01',
    payeeIsWorker: !chance.once(20),
    ...someSignals(chance),
  };
};

export const retentionValues = (chance: Chance, { values, sources }: RuleSet): RuleSet => {
  if (!chance.once(5)) return { values, sources };
  const turned = chance.pick<Partial<RuleSet['values']['retention']>>([
    { monthlyFen: null },
    { monthlyFen: 15_000 },
    { minDaysPerMonth: 1 },
    { minDaysPerMonth: 31 },
  ]);
  return { values: { ...values, retention: { ...values.retention, ...turned } }, sources };
};
