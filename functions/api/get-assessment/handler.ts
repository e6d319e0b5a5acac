import { getAssessmentOperation } from '../../contracts/api/application-reads.ts';
import { asRead } from '../../platform/route.ts';
import { readHead } from '../../store/read-application.ts';
import { readAssessment } from '../../store/reading/read-assessment.ts';
import { containerTable, keylessDesk } from '../../store/container-table.ts';
import { getAssessment } from './get-assessment.ts';

export const handler = asRead(getAssessmentOperation, () =>
  getAssessment({
    readHead: (id) => readHead(containerTable(), id),
    readAssessment: (id, lineNo) => readAssessment(keylessDesk(), id, lineNo),
  }),
);
