import type { LineView } from '../../contracts/api/views.ts';
import type { StoredLine } from '../../contracts/stored-line.ts';
import { explained } from './application-view.ts';

/** A line as it may be listed: its worker masked, nothing sealed. */
export const lineViewOf = (line: StoredLine): LineView => ({
  lineNo: line.lineNo,
  maskedName: line.maskedName,
  maskedCitizenId: line.maskedCitizenId,
  roster: line.roster?.map(({ maskedName, startsOn, endsOn }, index) => ({
    position: index + 1,
    maskedName,
    startsOn,
    endsOn,
  })),
  content: line.content,
  standing: line.standing,
  outcome: line.outcome,
  amountFen: line.amountFen,
  reasonCode: line.reasonCode,
  reasons: explained(line.reasons),
  decidedReason: line.decidedReason,
});
