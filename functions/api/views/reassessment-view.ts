import type { ReassessmentView } from '../../contracts/api/reassessments.ts';
import type { Found } from '../../store/reassess/reassess.ts';

const sum = (gains: readonly { readonly amountFen: number }[]): number =>
  gains.reduce((total, { amountFen }) => total + amountFen, 0);

/** What a re-assessment found: workers masked, pseudonyms left out. */
export const reassessmentViewOf = ({ head, lines, differences, following }: Found): ReassessmentView => ({
  applicationId: head.applicationId,
  version: head.version,
  lines: lines.map(({ line, assessment, worths }) => ({
    lineNo: line.lineNo,
    maskedName: line.maskedName,
    outcome: assessment.outcome,
    worths: [...worths],
  })),
  differences: [...differences],
  moreFen: following.moreFen,
  lessFen: following.lessFen,
  offsetFen: sum(following.offset),
  supplementFen: sum(following.supplement),
});
