import type { EmploymentSpell, WorkerRecord } from '../../../functions/contracts/registers/worker.ts';
import type { OrganisationRecord } from '../../../functions/contracts/registers/organisation.ts';
import type { RuleSet } from '../../../functions/rules/facts.ts';
import type { OverseasFacts } from '../../../functions/rules/overseas-subsidy/facts.ts';
import { laterBy } from '../almanac.ts';
import { answered, aWorker, handledBy, heldFor, homes, someOthers, someSignals, source } from '../cases.ts';
import type { Chance } from '../chance.ts';

type Claim = OverseasFacts['claim'];

const operatorCode = '91140100MA0TAAA11Q';

const aClaim = (chance: Chance): Claim => {
  const departedOn = chance.once(3)
    ? chance.pick(['2019-12-31', '2020-02-29', '2020-03-05'])
    : laterBy('2020-02-01', chance.whole(0, 200));
  const startsOn = laterBy(departedOn, chance.whole(-10, 20));
  return {
    country: chance.pick(['JPN', 'SGP', 'HKG', 'TWN', '810000', '710000']),
    ...(!chance.once(12) && { operatorCode }),
    contract: {
      number: 'HT-1',
      type: 'FIXED_TERM',
      signedOn: laterBy(departedOn, -30),
      startsOn,
      endsOn: laterBy(departedOn, 365),
    },
    departedOn,
    permitAttached: !chance.once(12),
  };
};

const someListings = (chance: Chance, { departedOn }: Claim): WorkerRecord['overseasListings'] =>
  chance.once(12)
    ? []
    : [
        {
          listedOn: laterBy(departedOn, chance.once(8) ? chance.whole(-1, 1) : -40),
          meetsConditions: !chance.once(12),
          trainingMinutes: chance.once(8) ? chance.pick([0, 1, 599, 600]) : 4800,
          source: source('LISTINGS'),
        },
      ];

const someSpells = (chance: Chance, { country, contract, departedOn }: Claim): EmploymentSpell[] =>
  chance.once(12)
    ? []
    : [
        {
          spellId: 'S-1',
          kind: 'OUTSIDE_COUNTY',
          employerName: '测试境外雇主',
          workplace: chance.once(12) ? chance.pick(['KOR', '320583']) : country,
          startsOn: chance.once(12) ? laterBy(departedOn, -400) : contract.startsOn,
          ...(chance.once(8) && { endsOn: laterBy(contract.startsOn, chance.pick([0, 1, 100])) }),
          wageProof: true,
          source: source('EMPLOYMENT'),
        },
      ];

const anOperator = (chance: Chance, { contract: { signedOn } }: Claim): OrganisationRecord => ({
  organisationId: operatorCode,
  name: '测试对外劳务公司',
  type: 'OTHER_MARKET_BODY',
  povertyRelief: false,
  licences: chance.once(12)
    ? []
    : [
        {
          kind: chance.once(12) ? 'HR_SERVICE' : 'OVERSEAS_LABOUR',
          number: 'DW-1',
          startsOn: chance.once(12) ? laterBy(signedOn, chance.whole(-1, 1)) : '2018-01-01',
          ...(chance.once(4) && { endsOn: laterBy(signedOn, chance.pick([-1, 0, 1, 300])) }),
        },
      ],
  source: source('ORGANISATIONS'),
});

export const anOverseasCase = (chance: Chance): OverseasFacts => {
  const home = chance.pick(homes);
  const claim = aClaim(chance);
  const rest = { spells: someSpells(chance, claim), overseasListings: someListings(chance, claim) };
  return {
    instrument: 'OVERSEAS_SUBSIDY',
    claim,
    worker: answered(chance, aWorker(chance, home, claim.departedOn, rest)),
    ...(claim.operatorCode !== undefined && { operator: answered(chance, anOperator(chance, claim)) }),
    held: chance.once(15) ? [heldFor('ONCE')] : [],
    ...someOthers(chance, claim.departedOn.slice(0, 7)),
    ...handledBy(chance, home),
    submittedOn: chance.once(10) ? laterBy(claim.departedOn, chance.whole(-1, 1)) : '2021-06-01',
    payeeIsWorker: !chance.once(6),
    ...someSignals(chance),
  };
};

export const overseasValues = (chance: Chance, { values, sources }: RuleSet): RuleSet => {
  const turned = chance.pick<Partial<RuleSet['values']['overseas']>>([
    {},
    { amountFen: 2_600_000 },
    { amountFen: 2_600_000 },
    { amountFen: 500_000 },
    { amountFen: 500_000, payee: 'WORKER' },
    { amountFen: 500_000, minTrainingMinutes: 600 },
    { amountFen: 500_000, besideTransport: true },
  ]);
  return { values: { ...values, overseas: { ...values.overseas, ...turned } }, sources };
};
