import { withLuhnCheck } from './check-characters.ts';
import type { Worker } from './cast.ts';
import { base, enterprise, farmEmployer, school } from './organisations.ts';
import { otherCast, recognisedWorkshop } from './other-cast.ts';
import { course, insuranceFen, insuredMonths, payFen, wageMonths } from './other-registers.ts';
import { counties } from './places.ts';

const linxian = counties.linxian.code;

type Line = Readonly<Record<string, unknown>>;
type OtherClaim = {
  readonly name: string;
  readonly filedBy: string;
  readonly head: Readonly<Record<string, unknown>>;
  readonly lines: readonly Line[];
};

const workerOf = ({ name, citizenId, phone }: Worker) => ({ name, citizenId, phone });

const toOrganisation = (holderName: string, number: string) => ({
  holderName,
  bankName: '样例商业银行临县支行',
  account: { kind: 'CORPORATE', number },
});

const toWorker = ({ name, phone }: Worker) => ({
  holderName: name,
  bankName: '样例农商银行',
  account: { kind: 'BANK_CARD', number: withLuhnCheck(`621701${phone.slice(-4).padStart(12, '0')}`) },
});

const head = (instrument: string, payee?: ReturnType<typeof toOrganisation>) => ({
  instrument,
  division: linxian,
  channel: 'ONLINE',
  commitmentSigned: true,
  ...(payee && { payee }),
});

const lines = (
  instrument: string,
  workers: readonly Worker[],
  claimOf: (worker: Worker) => unknown,
): Line[] =>
  workers.map((worker, index) => ({
    lineNo: index + 1,
    worker: workerOf(worker),
    content: { instrument, claim: claimOf(worker) },
  }));

const contract = (number: string, startsOn: string, endsOn: string) => ({
  number,
  type: 'FIXED_TERM',
  signedOn: startsOn,
  startsOn,
  endsOn,
});

const training: OtherClaim = {
  name: 'T-1',
  filedBy: 'school',
  head: head('TRAINING_SUBSIDY', toOrganisation(school.name, '0412000000000011')),
  lines: lines('TRAINING_SUBSIDY', [...otherCast.trainees, ...otherCast.relocatedTrainee], () => ({
    courseId: course.id,
    courseType: 'BASIC_SKILL',
    place: linxian,
    startsOn: course.from,
    endsOn: course.to,
    trainingDays: course.days,
    onlineTheoryMinutes: course.onlineMinutes,
    practiceMinutes: course.practiceMinutes,
  })),
};

const hiring: OtherClaim = {
  name: 'H-1',
  filedBy: 'employer',
  head: head('HIRING_SUBSIDY', toOrganisation(enterprise.name, '0412000000000012')),
  lines: lines('HIRING_SUBSIDY', otherCast.hired, () => ({
    hiredOn: '2020-03-02',
    workplace: linxian,
    contract: contract('YG-1', '2020-03-02', '2021-03-01'),
    months: [],
  })),
};

const months = (worker: Worker) => wageMonths.map((month) => ({ month, days: 22, payFen: payFen(worker) }));

const workshop: OtherClaim = {
  name: 'H-2',
  filedBy: 'workshop',
  head: head('HIRING_SUBSIDY', toOrganisation(recognisedWorkshop.name, '0412000000000013')),
  lines: lines('HIRING_SUBSIDY', otherCast.inWorkshop, (worker) => ({
    hiredOn: '2019-11-01',
    workplace: linxian,
    months: months(worker),
  })),
};

const farm: OtherClaim = {
  name: 'F-1',
  filedBy: 'farm',
  head: head('FARM_HIRING_SUBSIDY', toOrganisation(farmEmployer.name, '0412000000000014')),
  lines: lines('FARM_HIRING_SUBSIDY', otherCast.onFarm, (worker) => ({
    hiredOn: '2019-11-01',
    workplace: linxian,
    months: months(worker),
    ofOwnersFamily: false,
  })),
};

const insurance: OtherClaim = {
  name: 'I-1',
  filedBy: 'employer',
  head: head('SOCIAL_INSURANCE_SUBSIDY', toOrganisation(enterprise.name, '0412000000000012')),
  lines: lines('SOCIAL_INSURANCE_SUBSIDY', otherCast.insured, () => ({
    employerCode: enterprise.creditCode,
    workplace: linxian,
    contract: contract('YG-2', '2019-06-01', '2020-12-31'),
    months: insuredMonths.map((month) => ({
      month,
      paid: { PENSION: insuranceFen.养老, MEDICAL: insuranceFen.医疗, UNEMPLOYMENT: insuranceFen.失业 },
    })),
  })),
};

const roster = (workers: readonly Worker[], startsOn: string) =>
  workers.map(({ name, citizenId }) => ({ name, citizenId, startsOn }));

const recognition: OtherClaim = {
  name: 'W-1',
  filedBy: 'new-workshop',
  head: head('WORKSHOP_RECOGNITION'),
  lines: [
    {
      lineNo: 1,
      roster: roster(otherCast.ofNewWorkshop, '2020-04-01'),
      content: {
        instrument: 'WORKSHOP_RECOGNITION',
        claim: {
          countedOn: '2020-06-12',
          county: linxian,
          povertyReliefEnterprise: true,
          premises: {
            providerName: '样例乡人民政府',
            providerKind: 'GOVERNMENT',
            rentFen: 0,
            startsOn: '2020-01-01',
            endsOn: '2022-12-31',
          },
        },
      },
    },
  ],
};

const award: OtherClaim = {
  name: 'G-1',
  filedBy: 'base',
  head: head('BASE_AWARD', toOrganisation(base.name, '0412000000000015')),
  lines: [
    {
      lineNo: 1,
      roster: roster(otherCast.ofBase, '2020-03-01'),
      content: {
        instrument: 'BASE_AWARD',
        claim: { countedOn: '2020-06-12', county: linxian, recognitionNo: '样例基地认〔2019〕1号' },
      },
    },
  ],
};

const ofWorker = (
  instrument: string,
  prefix: string,
  workers: readonly Worker[],
  claim: unknown,
): OtherClaim[] =>
  workers.map((worker, index) => ({
    name: `${prefix}-${index + 1}`,
    filedBy: 'village',
    head: {
      ...head(instrument, toWorker(worker)),
      channel: 'VILLAGE',
      proxy: { relation: 'VILLAGE_CADRE', consentTextVersion: '2020-03', takenBy: 'SIGNATURE' },
    },
    lines: [{ lineNo: 1, worker: workerOf(worker), content: { instrument, claim } }],
  }));

const posts = ofWorker('PUBLIC_WORKS_POST', 'P', otherCast.inPosts, undefined).map((claim, index) => ({
  ...claim,
  lines: claim.lines.map((line) => ({
    ...line,
    content: {
      instrument: 'PUBLIC_WORKS_POST',
      claim: {
        postId: 'GW2020-01',
        county: linxian,
        placeNo: index + 1,
        agreedFrom: '2020-03-01',
        agreedTo: '2020-06-30',
        unableToLeave: { reason: 'CARE', villageConfirmed: true },
        months: [
          { month: '2020-03', attendanceDays: 22 },
          { month: '2020-04', attendanceDays: 22 },
        ],
      },
    },
  })),
}));

/** A few claims of every instrument that the three large files do not hold, as the API takes them. */
export const otherClaimsJson = (): string =>
  `${JSON.stringify(
    [
      ...ofWorker('OVERSEAS_SUBSIDY', 'O', otherCast.overseas, {
        country: 'JPN',
        contract: contract('HW-1', '2020-01-20', '2023-01-19'),
        departedOn: '2020-01-20',
        permitAttached: true,
      }),
      training,
      hiring,
      workshop,
      farm,
      insurance,
      recognition,
      award,
      ...posts,
      ...ofWorker('UNEMPLOYMENT_ASSISTANCE', 'U', otherCast.unemployed, {
        lostOn: '2020-02-10',
        lastEmployerName: enterprise.name,
        cause: 'EMPLOYER_CLOSED',
        epidemicDeclared: true,
        insuredIn: linxian,
        months: ['2020-04', '2020-05'],
      }),
    ],
    null,
    2,
  )}\n`;
