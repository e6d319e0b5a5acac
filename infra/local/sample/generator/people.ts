import { seeded, type Chance } from './chance.ts';
import { withCitizenCheck } from './check-characters.ts';
import { addDays } from './days.ts';
import { counties } from './places.ts';

export type Person = {
  readonly name: string;
  readonly citizenId: string;
  readonly phone: string;
  readonly county: string;
  readonly resettlementCounty: string;
  readonly identifiedOn: string;
  readonly liftedOn: string;
  readonly endedOn: string;
  readonly workCapacity: string;
  readonly relocated: boolean;
};

type Traits = Partial<Omit<Person, 'name' | 'citizenId'>> & {
  readonly bornOn?: string;
  readonly addressCode?: string;
};

const families = ['例', '样', '试', '拟', '仿'] as const;
const stems = '甲乙丙丁戊己庚辛壬癸';
const branches = '子丑寅卯辰巳午未申酉戌亥';

/** 例甲子, 样乙丑 …: names that nobody has, each once. */
const nameNo = (no: number): string =>
  (families[no % 5] ?? '例') +
  stems.charAt(Math.floor(no / 5) % 10) +
  branches.charAt(Math.floor(no / 50) % 12);

/** Adults of 18 to 60 in 2020. */
const birthDay = (chance: Chance): string => addDays('1960-01-01', chance.below(42 * 365));

/** Sequence numbers 996 to 999 only: no living person was given one with these birth dates. */
const citizenIdOf = (chance: Chance, addressCode: string, bornOn: string, taken: Set<string>): string => {
  const free = [996, 997, 998, 999]
    .map((sequence) => withCitizenCheck(`${addressCode}${bornOn.replaceAll('-', '')}${sequence}`))
    .filter((id) => !taken.has(id));
  const [first, ...rest] = free;
  if (first === undefined) return citizenIdOf(chance, addressCode, addDays(bornOn, 1), taken);
  const id = chance.pick([first, ...rest]);
  taken.add(id);
  return id;
};

const povertyOf = (chance: Chance): Pick<Person, 'identifiedOn' | 'liftedOn'> => ({
  identifiedOn: chance.pick(['2014-05-31', '2015-12-31', '2017-06-30']),
  liftedOn: chance.pick(['', '', '', '2018-12-31', '2019-12-31', '2019-12-31']),
});

/** Makes people one after the other; the same seed makes the same people. */
export const createPeople = (seed: number) => {
  const chance = seeded(seed);
  const taken = new Set<string>();
  let no = 0;
  const make = (county: string, traits: Traits = {}): Person => {
    no += 1;
    const { bornOn = birthDay(chance), addressCode = county, ...rest } = traits;
    return {
      name: nameNo(no),
      citizenId: citizenIdOf(chance, addressCode, bornOn, taken),
      phone: `1990000${String(no).padStart(4, '0')}`,
      county,
      resettlementCounty: '',
      ...povertyOf(chance),
      endedOn: '',
      workCapacity: no % 19 === 0 ? '弱劳动力' : '普通劳动力',
      relocated: no % 14 === 0,
      ...rest,
    };
  };
  return (count: number, county: keyof typeof counties, traits: Traits = {}): Person[] =>
    Array.from({ length: count }, () => make(counties[county].code, traits));
};
