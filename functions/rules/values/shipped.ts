import type { IsoDate } from '../../contracts/scalars.ts';

export const notice = '晋人社厅函〔2020〕127号';
/** The day it is dated. */
export const dayOfNotice: IsoDate = '2020-03-05';

/** The notice is silent; the figure is POLICY's recommended reading. */
export const reading = (section: string): string => `${notice}；未写明，按 POLICY ${section} 的推荐读法`;

/** Neither the notice nor POLICY names a figure; the county confirms it before it goes live. */
export const ours = `${notice}；未写明，本系统默认值，待县确认`;

/** A provincial value that the desk is shipped with; an administrator's later row replaces it from its own day on. */
export type ShippedValue = {
  readonly ruleId: string;
  readonly value: unknown;
  /** The document, and the reading of POLICY where the document is silent. */
  readonly source: string;
  /** No lower level may go above this value. */
  readonly isCap?: boolean;
  readonly from?: IsoDate;
};
