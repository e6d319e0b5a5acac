import type { DatedValue } from './dated.ts';

/**
 * What prefectures and counties have set themselves, each with its document. None has been confirmed for 2020 yet
 * (POLICY section 6); a row here wins over the province's, and is never above the notice's own figure.
 */
export const countyValues: readonly DatedValue[] = [];
