import type { LineClaim } from '../contracts/claims.ts';
import { instrumentCodes, type Instrument } from '../contracts/instruments.ts';
import type { IsoDate } from '../contracts/scalars.ts';
import type { RuleValues } from '../contracts/rule-values.ts';
import type { RecordRef } from './facts.ts';
import { hullOf, type Stretch } from './grid/stretch.ts';
import type { OtherKey } from './instrument-definition.ts';
import { lines } from './instruments.ts';

type Claim = LineClaim['claim'];

/** What a line's instrument says about its claim. */
type Asked = {
  records(claim: Claim, applicant: string): Readonly<Record<string, RecordRef>>;
  eventDate(claim: Claim): IsoDate;
  periods(claim: Claim, values: RuleValues): string[];
  during(claim: Claim): Stretch[];
  periodsIn(year: string): readonly string[];
  besides?(claim: Claim, values: RuleValues): OtherKey[];
  precedence?(claim: Claim): string;
  place(claim: Claim): string;
};

const byInstrument: Readonly<Record<Instrument, Asked>> = lines;

/** The records a line rests on beside its people, by the name under which its facts hold them. */
export const recordsOf = ({ instrument, claim }: LineClaim, applicant: string) =>
  byInstrument[instrument].records(claim, applicant);

/** Nothing before the notice's own year and the one before it has values; earlier events are judged by the first. */
const firstRuleDay = '2019-01-01';

/** The day whose rule values count (POLICY section 2): the event's, whenever the claim is checked. */
export const ruleDayOf = ({ instrument, claim }: LineClaim): IsoDate => {
  const day = byInstrument[instrument].eventDate(claim);
  return day < firstRuleDay ? firstRuleDay : day;
};

/** The periods a claim could earn: their keys are looked up before the rules run. */
export const possiblePeriods = ({ instrument, claim }: LineClaim, values: RuleValues): string[] =>
  byInstrument[instrument].periods(claim, values);

/** The entitlements of other instruments that the line must know of. */
export const otherKeysOf = ({ instrument, claim }: LineClaim, values: RuleValues): OtherKey[] =>
  byInstrument[instrument].besides?.(claim, values) ?? [];

/** The months of the job that an entitlement rests on, from the first to the last. */
export const stretchOf = ({ instrument, claim }: LineClaim): Stretch | undefined =>
  hullOf(byInstrument[instrument].during(claim));

/** What decides between two claims of one subject and period; the smaller wins. */
export const precedenceIn = ({ instrument, claim }: LineClaim): string | undefined =>
  byInstrument[instrument].precedence?.(claim);

/** The place a public notice shows. */
export const placeOf = ({ instrument, claim }: LineClaim): string => byInstrument[instrument].place(claim);

/** Every entitlement that any instrument could have granted one person in a year. */
export const keysInYear = (year: string) =>
  instrumentCodes.flatMap((instrument) =>
    byInstrument[instrument].periodsIn(year).map((period) => ({ instrument, period })),
  );
