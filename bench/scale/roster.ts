/** Events of one execution: those of a claim without an exception, and those of each further round of its check. */
export const eventsOfClaim = 40;
export const eventsOfRound = 8;
/** `functions/store/check/check-application.ts` */
export const linesOfRound = 600;

export const historyOf = (lines: number): number =>
  eventsOfClaim + (Math.ceil(lines / linesOfRound) - 1) * eventsOfRound;

/** The longest roster whose check one execution could carry. */
export const longestRoster = (historyLimit: number): number =>
  (Math.floor((historyLimit - eventsOfClaim) / eventsOfRound) + 1) * linesOfRound;
