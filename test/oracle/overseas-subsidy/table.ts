import type { RuleSet } from '../../../functions/rules/facts.ts';
import type { OverseasFacts } from '../../../functions/rules/overseas-subsidy/facts.ts';
import { lies } from '../almanac.ts';
import { combinationRow, isShared, meets, riskRow } from '../combinations.ts';
import type { Part, Row } from '../decision-table.ts';
import { type Person, personOn, personRows } from '../person.ts';

/** What the table asks about one worker sent abroad, in the order of POLICY 3.3. */
export type Sheet = {
  readonly person: Person;
  readonly listed: 'MEETS' | 'FAILS' | 'LATER' | 'NOT_LISTED' | 'NO_WORKER';
  readonly trained: boolean;
  readonly operator: 'LICENSED' | 'NOT_LICENSED' | 'NOT_KNOWN' | 'NONE';
  readonly permit: boolean;
  /** The departure had not happened when the claim was made. */
  readonly ahead: boolean;
  readonly job: 'SHOWN' | 'OTHERWISE' | 'NOT_SHOWN' | 'NO_WORKER';
  readonly otherPayee: boolean;
  readonly figure: number | 'UNSET';
  readonly paidBefore: boolean;
  readonly excluded: boolean;
  readonly risky: boolean;
};

export const rows: readonly Row<Sheet>[] = [
  ...personRows,
  ['3.3 list', ({ listed }) => listed === 'FAILS', 'OUTSIDE_SOFT_LIMIT', 'LOOK'],
  ['3.3 list', ({ listed }) => listed === 'NOT_LISTED', 'REGISTER_DOES_NOT_KNOW', 'LOOK'],
  ['3.3 list', ({ listed }) => listed === 'LATER', 'REGISTER_DIFFERS', 'LOOK'],
  ['3.3 training', ({ trained }) => !trained, 'PROOF_MISSING', 'LOOK'],
  ['3.3 who', ({ operator }) => operator === 'NOT_LICENSED', 'LICENCE_NOT_VALID', 'LOOK'],
  ['3.3 who', ({ operator }) => operator === 'NOT_KNOWN', 'REGISTER_DOES_NOT_KNOW', 'LOOK'],
  ['3.3 who', ({ operator }) => operator === 'NONE', 'PROOF_MISSING', 'LOOK'],
  ['3.3 evidence', ({ permit }) => !permit, 'PROOF_MISSING', 'LOOK'],
  ['3.3 evidence', ({ ahead }) => ahead, 'PROOF_MISSING', 'LOOK'],
  ['3.3 evidence', ({ job }) => job === 'OTHERWISE', 'REGISTER_DIFFERS', 'LOOK'],
  ['3.3 evidence', ({ job }) => job === 'NOT_SHOWN', 'REGISTER_DOES_NOT_KNOW', 'LOOK'],
  ['3.3 payee', ({ otherPayee }) => otherPayee, 'PAYEE_NOT_WORKER', 'LOOK'],
  ['6', ({ figure }) => figure === 'UNSET', 'RULE_NOT_CONFIGURED', 'UNSET'],
  ['5', ({ paidBefore }) => paidBefore, 'DUPLICATE', 'REFUSE'],
  combinationRow,
  riskRow,
];

type Listing = Exclude<OverseasFacts['worker'], string>['overseasListings'][number];

/** The newest by the departure; where there is none, what came after it. */
const listing = ({ worker, claim }: OverseasFacts): Listing | undefined => {
  const all = typeof worker === 'string' ? [] : [...worker.overseasListings];
  all.sort((a, b) => (a.listedOn < b.listedOn ? -1 : 1));
  return all.findLast(({ listedOn }) => listedOn <= claim.departedOn) ?? all[0];
};

const listedIn = (facts: OverseasFacts): Sheet['listed'] => {
  if (typeof facts.worker === 'string') return 'NO_WORKER';
  const found = listing(facts);
  if (found === undefined) return 'NOT_LISTED';
  if (!found.meetsConditions) return 'FAILS';
  return found.listedOn <= facts.claim.departedOn ? 'MEETS' : 'LATER';
};

const operatorOf = ({ operator, claim }: OverseasFacts): Sheet['operator'] => {
  if (claim.operatorCode === undefined) return 'NONE';
  if (operator === undefined || typeof operator === 'string') return 'NOT_KNOWN';
  const { signedOn } = claim.contract;
  return operator.licences.some(({ kind, ...span }) => kind === 'OVERSEAS_LABOUR' && lies(signedOn, span))
    ? 'LICENSED'
    : 'NOT_LICENSED';
};

const jobOf = ({ worker, claim }: OverseasFacts): Sheet['job'] => {
  if (typeof worker === 'string') return 'NO_WORKER';
  const after = worker.spells.filter(({ endsOn }) => (endsOn ?? '9999-12-31') >= claim.departedOn);
  if (after.some(({ workplace }) => workplace === claim.country)) return 'SHOWN';
  return after.some(({ startsOn }) => startsOn >= claim.departedOn) ? 'OTHERWISE' : 'NOT_SHOWN';
};

export const sheetOf = (facts: OverseasFacts, { values }: RuleSet): Sheet => {
  const { claim, worker, division, held, others, payeeIsWorker, signals, submittedOn } = facts;
  const { amountFen, payee, minTrainingMinutes, besideTransport } = values.overseas;
  const found = listing(facts);
  const weighed = others?.filter(
    ({ instrument }) => !(besideTransport && instrument === 'TRANSPORT_SUBSIDY'),
  );
  return {
    person: personOn(worker, claim.departedOn, values.minimumAge, division),
    listed: listedIn(facts),
    trained: found === undefined || found.trainingMinutes >= minTrainingMinutes,
    operator: operatorOf(facts),
    permit: claim.permitAttached,
    ahead: submittedOn !== undefined && claim.departedOn > submittedOn,
    job: jobOf(facts),
    otherPayee: payee === 'WORKER' && payeeIsWorker === false,
    figure: amountFen ?? 'UNSET',
    paidBefore: held.length > 0,
    excluded: meets('OVERSEAS_SUBSIDY', weighed, [
      { startsOn: claim.departedOn, endsOn: claim.contract.endsOn },
    ]),
    risky: isShared({ ...signals, accountUsers: 0 }, values.risk),
  };
};

export const earns = ({ figure }: Sheet): Part[] =>
  figure === 'UNSET' ? [] : [{ period: 'ONCE', amountFen: figure }];
