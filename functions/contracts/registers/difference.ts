import * as z from 'zod';
import { version } from '../application.ts';
import { instant, isoDate } from '../scalars.ts';

/** 人社, 扶贫: each owns fields of the registers, and only the owner's word changes them (POLICY 4, 一.4). */
export const departments = ['HR', 'POVERTY'] as const;
export const department = z.enum(departments);
export type Department = z.infer<typeof department>;

/** SETTLED: the owner's own file brought the value, so nobody had to decide. */
export const differenceStates = ['OPEN', 'KEPT_OURS', 'TOOK_THEIRS', 'SETTLED'] as const;

export const differenceDecisions = ['KEEP_OURS', 'TAKE_THEIRS'] as const;
export type DifferenceDecision = (typeof differenceDecisions)[number];

/** One field about which a file and the register disagree: a person decides, an import never does. */
export const difference = z.strictObject({
  differenceId: z.string().min(1),
  register: z.string().min(1),
  /** The register's item; its partition key holds a pseudonym where the record is about a person. */
  recordKey: z.strictObject({ pk: z.string().min(1), sk: z.string().min(1) }),
  /** What a list may show of the record. */
  label: z.string(),
  /** Which entry of the record (a spell's number, a month), where it has several. */
  entry: z.string().optional(),
  /** The column of the import file, by its English and Chinese names. */
  field: z.string().min(1),
  fieldName: z.string().min(1),
  /** Masked where the field is personal; absent when there is no value. */
  ours: z.strictObject({ value: z.string().optional(), asOf: isoDate }),
  theirs: z.strictObject({
    value: z.string().optional(),
    asOf: isoDate,
    department,
    /** The file's value as JSON, sealed for this item, so that it can be taken over. */
    sealed: z.string(),
    fileHash: z.string(),
    /** Who imported the file; somebody else decides. */
    importedBy: z.string(),
    row: z.int().min(1),
    sheet: z.string().optional(),
  }),
  owner: department,
  division: z.string().min(1),
  state: z.enum(differenceStates),
  openedAt: instant,
  /** The last event of its chain; none while nobody has decided it. */
  chain: version.optional(),
  closed: z.strictObject({ by: z.string(), at: instant, reason: z.string().optional() }).optional(),
});
export type Difference = z.infer<typeof difference>;
