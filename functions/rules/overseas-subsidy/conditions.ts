import { isOverseas } from '../../contracts/divisions.ts';
import type { OrganisationRecord } from '../../contracts/registers/organisation.ts';
import type { WorkerRecord } from '../../contracts/registers/worker.ts';
import type { IsoDate } from '../../contracts/scalars.ts';
import { caveat, claimed, fail, pass, registered, unavailable, used, type Finding } from '../check.ts';
import { isKnown, type RuleSet } from '../facts.ts';
import { needsWorker } from '../poor-worker.ts';
import type { OverseasFacts } from './facts.ts';

/** 境外: another country, or Hong Kong, Macau and Taiwan. */
export const abroad = ({ claim }: OverseasFacts): Finding => {
  const inputs = [claimed('country', claim.country)];
  return isOverseas(claim.country)
    ? pass('在境外就业。', 'The work is abroad.', { inputs })
    : fail(
        'WRONG_EMPLOYMENT_KIND',
        '工作地在境内，不属境外劳务输出。',
        'The work is in the mainland: this is no labour export abroad.',
        { inputs },
      );
};

type Listing = WorkerRecord['overseasListings'][number];

/** The listing in force at the departure: the newest by then, otherwise the first after it. */
const listingOf = ({ overseasListings }: WorkerRecord, on: IsoDate): Listing | undefined => {
  let found: Listing | undefined;
  for (const listing of overseasListings) {
    const before = listing.listedOn <= on;
    if (
      found === undefined ||
      (before ? found.listedOn > on || found.listedOn < listing.listedOn : found.listedOn > listing.listedOn)
    )
      found = listing;
  }
  return found;
};

const notListed = unavailable(
  'REGISTER_DOES_NOT_KNOW',
  '优先输出名单中没有此人，由工作人员核实。',
  'The list of people to be sent abroad does not have this worker; an officer looks.',
);

/** 对具备条件的，优先纳入输出范围: the conditions are the county's list, and an officer's to weigh. */
export const listed = ({ worker, claim }: OverseasFacts): Finding => {
  if (!isKnown(worker)) return needsWorker;
  const listing = listingOf(worker, claim.departedOn);
  if (listing === undefined) return notListed;
  const { listedOn, meetsConditions, source } = listing;
  const inputs = [
    registered('listedOn', listedOn, source),
    registered('meetsConditions', meetsConditions, source),
    claimed('departedOn', claim.departedOn),
  ];
  if (!meetsConditions)
    return caveat(
      'OUTSIDE_SOFT_LIMIT',
      '登记为尚不具备输出条件，由工作人员决定。',
      'Registered as not meeting the conditions for going abroad; an officer decides.',
      { inputs },
    );
  return listedOn <= claim.departedOn
    ? pass('已纳入优先输出范围。', 'On the list of people to be sent abroad first.', { inputs })
    : caveat(
        'REGISTER_DIFFERS',
        `出境后（${listedOn}）才纳入名单，由工作人员核实。`,
        `Listed on ${listedOn}, after the departure; an officer looks.`,
        { inputs },
      );
};

/** 组织优势资源进行相关培训: training before the departure, as the list records it. */
export const trained = ({ worker, claim }: OverseasFacts, rules: RuleSet): Finding => {
  if (!isKnown(worker)) return needsWorker;
  const needed = rules.values.overseas.minTrainingMinutes;
  const values = [used(rules, 'overseas.minTrainingMinutes', needed)];
  const listing = listingOf(worker, claim.departedOn);
  if (listing === undefined) return notListed;
  const { trainingMinutes, source } = listing;
  const inputs = [registered('trainingMinutes', trainingMinutes, source)];
  return trainingMinutes >= needed
    ? pass('已参加行前培训。', 'Trained before departure.', { inputs, values })
    : caveat(
        'PROOF_MISSING',
        '没有登记足够的行前培训，由工作人员核实。',
        'Too little training before departure is registered; an officer looks.',
        { inputs, values },
      );
};

const isLicensed = ({ licences }: OrganisationRecord, on: IsoDate): boolean =>
  licences.some(
    ({ kind, startsOn, endsOn }) =>
      kind === 'OVERSEAS_LABOUR' && startsOn <= on && (endsOn === undefined || on <= endsOn),
  );

/** 对外劳务合作经营资格: no quoted rule asks for it, so without it a person looks. */
export const operator = ({ operator: company, claim }: OverseasFacts): Finding => {
  if (company === undefined)
    return caveat(
      'PROOF_MISSING',
      '未填写对外劳务合作企业，由工作人员核实。',
      'No overseas-labour company is named; an officer looks.',
    );
  if (!isKnown(company))
    return unavailable(
      'REGISTER_DOES_NOT_KNOW',
      '机构名录中没有查到对外劳务合作企业，由工作人员核实。',
      'The register of organisations does not know the overseas-labour company; an officer looks.',
    );
  const inputs = [
    claimed('signedOn', claim.contract.signedOn),
    registered('operatorType', company.type, company.source),
  ];
  return isLicensed(company, claim.contract.signedOn)
    ? pass('对外劳务合作经营资格有效。', 'The company was licensed when the contract was signed.', { inputs })
    : caveat(
        'LICENCE_NOT_VALID',
        '签订合同当日没有查到有效的对外劳务合作经营资格，由工作人员核实。',
        'No licence of the company was valid when the contract was signed; an officer looks.',
        { inputs },
      );
};
