import type { Remark } from '../cells/import-issue.ts';

export const unknownWorker: Remark = {
  code: 'WORKER_UNKNOWN',
  problem: { zh: '贫困劳动力台账中没有此人。', en: 'The register of workers does not know this person.' },
  mend: {
    zh: '请先导入 workers.csv 中的此人，或删除本行。',
    en: 'Import the worker first, or take this row out.',
  },
};
