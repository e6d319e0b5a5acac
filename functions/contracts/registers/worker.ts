import * as z from 'zod';
import { divisionCode, workplaceCode } from '../divisions.ts';
import { fen, isoDate, isoMonth } from '../scalars.ts';
import { villageCode } from '../village.ts';
import { organiserKinds, spellKind } from '../work.ts';
import { dateRange, recordSource } from './record-source.ts';

export const povertyStatuses = ['REGISTERED_POOR', 'LIFTED_STILL_ASSISTED', 'NONE'] as const;
export const workCapacities = ['ABLE', 'PARTIAL', 'LOST', 'NONE'] as const;

export const statusPeriod = z.strictObject({ status: z.enum(povertyStatuses), ...dateRange });

export const employmentSpell = z.strictObject({
  spellId: z.string().min(1),
  kind: spellKind,
  employerCode: z.string().optional(),
  employerName: z.string(),
  workplace: workplaceCode,
  ...dateRange,
  wageProof: z.boolean(),
  source: recordSource,
});
export type EmploymentSpell = z.infer<typeof employmentSpell>;

/** A seat on an organised trip: the manifest names this worker. */
export const tripSeat = z.strictObject({
  tripId: z.string().min(1),
  organiserKind: z.enum(organiserKinds),
  departsOn: isoDate,
  destination: workplaceCode,
  freeOfCharge: z.boolean(),
  source: recordSource,
});
export type TripSeat = z.infer<typeof tripSeat>;

/** Wages that a bank transferred for one month of work, gross (POLICY 3.5 c). */
export const wageTransfer = z.strictObject({
  month: isoMonth,
  employerCode: z.string(),
  paidFen: fen,
  paidOn: isoDate,
  source: recordSource,
});
export type WageTransfer = z.infer<typeof wageTransfer>;

export const insuranceLines = ['PENSION', 'MEDICAL', 'UNEMPLOYMENT', 'WORK_INJURY', 'MATERNITY'] as const;
export const insuranceLine = z.enum(insuranceLines);
export type InsuranceLine = z.infer<typeof insuranceLine>;

/** What one employer paid into one insurance for one month; a waived part was never paid (POLICY 3.6). */
export const contribution = z.strictObject({
  month: isoMonth,
  line: insuranceLine,
  employerCode: z.string(),
  employerFen: fen,
  employeeFen: fen,
  waivedFen: fen,
  paidOn: isoDate.optional(),
  source: recordSource,
});
export type Contribution = z.infer<typeof contribution>;

/** Money of another fund that a month may not be paid with again (POLICY 5). */
export const otherBenefitKinds = [
  'UNEMPLOYMENT_BENEFIT',
  'FLEXIBLE_EMPLOYMENT_INSURANCE_SUBSIDY',
  'JOB_SEEKING_SUBSIDY',
  'SKILL_UPGRADE_SUBSIDY',
  'WORK_BASED_TRAINING',
  'YULU_PROGRAMME',
] as const;
export const otherBenefit = z.strictObject({
  kind: z.enum(otherBenefitKinds),
  month: isoMonth,
  courseId: z.string().optional(),
  amountFen: fen,
  source: recordSource,
});
export type OtherBenefit = z.infer<typeof otherBenefit>;

/** One lesson a trainee attended: theory online or in a classroom, or practice; by the log or the sign-in sheet. */
export const attendedLesson = z.strictObject({
  lessonId: z.string().min(1),
  kind: z.enum(['ONLINE_THEORY', 'CLASSROOM_THEORY', 'PRACTICE']),
  on: isoDate,
  minutes: z.int().min(0),
  platform: z.string().optional(),
  /** The device that logged in, as the platform names it; a pseudonym. */
  device: z.string().optional(),
});

/** A trainee's course as the training register has it. */
export const courseAttendance = z.strictObject({
  courseId: z.string().min(1),
  lessons: z.array(attendedLesson),
  passed: z.boolean().optional(),
  certificateNo: z.string().optional(),
  source: recordSource,
});
export type CourseAttendance = z.infer<typeof courseAttendance>;

/** On the list of people to be sent abroad first (POLICY 3.3). */
export const overseasListing = z.strictObject({
  listedOn: isoDate,
  meetsConditions: z.boolean(),
  trainingMinutes: z.int().min(0),
  source: recordSource,
});

/** What ends unemployment assistance (POLICY 3.12), and what a register change can reveal later. */
export const circumstanceKinds = ['DEATH', 'PENSION', 'MILITARY_SERVICE', 'PRISON', 'MOVED_ABROAD'] as const;
export const circumstance = z.strictObject({
  kind: z.enum(circumstanceKinds),
  ...dateRange,
  source: recordSource,
});
export type Circumstance = z.infer<typeof circumstance>;

/** What the registers know of one worker, under the pseudonym `subject`; holds no id, name or phone. */
export const workerRecord = z.strictObject({
  subject: z.string().min(1),
  /** The pseudonym of the record that stands for the same person, where this one turned out to be a duplicate. */
  mergedInto: z.string().min(1).optional(),
  /** The pseudonyms of duplicates that were merged into this record. */
  mergedFrom: z.array(z.string().min(1)).optional(),
  birthDate: isoDate,
  sex: z.enum(['MALE', 'FEMALE']).optional(),
  homeDivision: divisionCode,
  resettlementDivision: divisionCode.optional(),
  /** Where the household is registered; its statistical code, and the name as the register has it. */
  homeVillage: villageCode.optional(),
  homeVillageName: z.string().min(1).max(100).optional(),
  povertyStatuses: z.array(statusPeriod),
  workCapacity: z.enum(workCapacities),
  relocated: z.boolean(),
  spells: z.array(employmentSpell),
  seats: z.array(tripSeat),
  wages: z.array(wageTransfer).default([]),
  contributions: z.array(contribution).default([]),
  otherBenefits: z.array(otherBenefit).default([]),
  courses: z.array(courseAttendance).default([]),
  overseasListings: z.array(overseasListing).default([]),
  circumstances: z.array(circumstance).default([]),
  source: recordSource,
});
export type WorkerRecord = z.infer<typeof workerRecord>;
