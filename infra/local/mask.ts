/** Citizen ids, accounts and phones are runs of eleven digits or more; no message of ours needs one. */
const longNumber = /\d{11,}[\dXx]?/g;

/** A net under the rule that messages carry no personal data: what slips through is not written down. */
export const maskNumbers = (text: string): string => text.replace(longNumber, '[number]');
