import * as z from 'zod';
import type { PremisesRecord } from '../../contracts/registers/organisation.ts';
import { fen } from '../../contracts/scalars.ts';
import { isKnown } from '../facts.ts';
import type { CaseWorld } from './case-file.ts';
import type { CaseLine } from './case-line.ts';
import { caseSource, codeOf, organisationRecordOf } from './case-records.ts';
import { caseDay, caseHeads, caseRoster } from './case-roster.ts';

const workshopFacts = z.object({
  applicant: z.string(),
  freeGovernmentPremises: z.boolean().nullish(),
  /** Beside it, or in its place: who gives the premises, and at what rent. */
  premisesProvider: z.string().nullish(),
  premisesProviderIsGov: z.boolean().nullish(),
  rentFen: fen.nullish(),
  isPovertyReliefEnterprise: z.boolean().nullish(),
  alreadyRecognised: z.boolean().nullish(),
  ...caseHeads,
});
type Facts = z.infer<typeof workshopFacts>;

type ProviderKind = PremisesRecord['providerKind'];

const spellings: readonly (readonly [RegExp, ProviderKind])[] = [
  [/VILLAGE|COLLECTIVE/, 'VILLAGE_COLLECTIVE'],
  [/GOV|COUNTY|TOWNSHIP/, 'GOVERNMENT'],
  [/OWN|SELF/, 'OWN'],
];

const namedProvider = ({ premisesProvider, premisesProviderIsGov }: Facts): ProviderKind | undefined => {
  if (typeof premisesProvider === 'string')
    return spellings.find(([form]) => form.test(premisesProvider.toUpperCase()))?.[1] ?? 'PRIVATE';
  if (typeof premisesProviderIsGov !== 'boolean') return undefined;
  return premisesProviderIsGov ? 'GOVERNMENT' : 'PRIVATE';
};

/** Undefined where the case says nothing about the premises: an officer looks. */
const providerOf = (facts: Facts): ProviderKind | undefined => {
  const provider = namedProvider(facts);
  if (facts.freeGovernmentPremises === true) return provider ?? 'GOVERNMENT';
  if (facts.freeGovernmentPremises === false && provider !== 'VILLAGE_COLLECTIVE')
    return provider === 'OWN' ? 'OWN' : 'PRIVATE';
  return provider;
};

const startsOn = '2020-01-01';

const premisesOf = (facts: Facts) => {
  const providerKind = providerOf(facts);
  const kept = { providerName: '未注明', rentFen: facts.rentFen ?? 0, startsOn };
  const claim = { ...kept, providerKind: providerKind ?? ('GOVERNMENT' as const) };
  return { claim, known: providerKind !== undefined };
};

export const workshopLines = (world: CaseWorld, raw: unknown): CaseLine[] => {
  const facts = workshopFacts.parse(raw);
  const { applicant } = facts;
  const { claim, known } = premisesOf(facts);
  // A case that is silent about it takes it as given.
  const povertyRelief = facts.isPovertyReliefEnterprise ?? true;
  const organisation = organisationRecordOf(world, applicant);
  const occupantCode = codeOf(world, applicant);
  return [
    {
      facts: {
        instrument: 'WORKSHOP_RECOGNITION',
        roster: caseRoster(world, applicant, facts),
        applicant: isKnown(organisation) ? { ...organisation, povertyRelief } : organisation,
        premises: known
          ? { premisesId: 'CASE', occupantCode, division: '141124', source: caseSource, ...claim }
          : 'UNKNOWN',
        recognition: 'UNKNOWN',
        held: [],
        claim: {
          countedOn: caseDay,
          county: '141124',
          povertyReliefEnterprise: povertyRelief,
          premises: claim,
        },
      },
      subject: occupantCode,
      alreadyPaid: facts.alreadyRecognised === true ? ['ONCE'] : [],
      turn: '',
    },
  ];
};
