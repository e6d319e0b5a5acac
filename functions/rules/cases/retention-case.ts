import * as z from 'zod';
import { spellKind, type SpellKind } from '../../contracts/work.ts';
import type { ClaimedSpell } from '../retention-allowance/claim.ts';
import { isoDate, isoMonth } from '../../contracts/scalars.ts';
import type { CaseWorld } from './case-file.ts';
import type { CaseLine } from './case-line.ts';
import { casePlace } from './case-place.ts';
import { caseSource, idOf, organisationOf, personOf, workerRecordOf } from './case-records.ts';

const caseSpell = z.object({
  kind: z.string().min(1),
  start: isoDate,
  /** Absent while the work goes on. */
  end: isoDate.nullish(),
  workplace: casePlace.nullish(),
  wageProof: z.boolean().nullish(),
  employer: z.string().nullish(),
});
type CaseSpell = z.infer<typeof caseSpell>;

const months = z
  .array(isoMonth)
  .nullish()
  .transform((list) => list ?? []);
const retentionFacts = z.object({
  worker: z.string(),
  spells: z.array(caseSpell).min(1),
  priorPaidMonths: months,
  alreadyPaidMonths: months,
  /** Not together with unemployment assistance in the same month (POLICY 3.10). */
  unemploymentAssistanceMonths: months,
});

/** Work kinds as officers' lists write them, beside the desk's own; anything else does not qualify in the county. */
const spellings: readonly (readonly [RegExp, SpellKind])[] = [
  [/POST|WELFARE/, 'PUBLIC_WELFARE_POST'],
  [/SELF/, 'SELF_EMPLOYED'],
  [/WORKSHOP/, 'LOCAL_WORKSHOP'],
  [/OUTSIDE|OVERSEAS|ABROAD|AWAY|MIGRANT/, 'OUTSIDE_COUNTY'],
  // A farm-input enterprise is an enterprise (POLICY 3.8 b); other farm entities are not.
  [/INPUT|ENTERPRISE|COMPANY|FACTORY/, 'LOCAL_ENTERPRISE'],
  [/FARM|COOPERATIVE/, 'LOCAL_FARM_ENTITY'],
];

const isFarmEntity = (world: CaseWorld, employer: string | null | undefined): boolean =>
  typeof employer === 'string' && organisationOf(world, employer).type === 'FARM_COOPERATIVE';

const kindOf = (world: CaseWorld, { kind, employer }: CaseSpell): SpellKind => {
  const own = spellKind.safeParse(kind);
  const found = own.data ?? spellings.find(([form]) => form.test(kind.toUpperCase()))?.[1] ?? 'SELF_EMPLOYED';
  return found === 'LOCAL_ENTERPRISE' && isFarmEntity(world, employer) ? 'LOCAL_FARM_ENTITY' : found;
};

/** The last day anybody would look at, for work that goes on. */
const goesOn = '2020-12-31';

/** Where a case names no place, the kind of work says whether it was away from home; Beijing stands for away. */
const placeOf = (world: CaseWorld, worker: string, kind: SpellKind): string =>
  kind === 'OUTSIDE_COUNTY' ? '110000' : personOf(world, worker).homeCounty;

const spellsOf = (world: CaseWorld, worker: string, spells: readonly CaseSpell[]): ClaimedSpell[] =>
  spells.map((spell) => {
    const kind = kindOf(world, spell);
    return {
      kind,
      employerName: spell.employer ?? '未注明',
      workplace: spell.workplace ?? placeOf(world, worker, kind),
      startsOn: spell.start,
      endsOn: spell.end ?? goesOn,
      wageProof: spell.wageProof ?? true,
    };
  });

export const retentionLines = (world: CaseWorld, raw: unknown): CaseLine[] => {
  const facts = retentionFacts.parse(raw);
  const spells = spellsOf(world, facts.worker, facts.spells);
  const known = spells.map((spell, index) => ({ ...spell, spellId: String(index), source: caseSource }));
  return [
    {
      facts: {
        instrument: 'RETENTION_ALLOWANCE',
        worker: workerRecordOf(world, facts.worker, { spells: known }),
        held: [],
        claim: { spells },
      },
      subject: idOf(world, facts.worker),
      alreadyPaid: [
        ...facts.priorPaidMonths,
        ...facts.alreadyPaidMonths,
        ...facts.unemploymentAssistanceMonths,
      ],
      turn: '',
    },
  ];
};
