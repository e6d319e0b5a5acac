import type { Examples } from './parts.ts';

const differenceId = 'p3Qv8sYkR2mN5xW0aB7cDg';
const version = '4.none';
const difference = {
  differenceId,
  register: 'workers',
  registerName: { zh: '贫困劳动力台账', en: 'register of poor workers' },
  label: '例**',
  field: 'lifted_on',
  fieldName: '脱贫日期',
  ours: { asOf: '2020-06-15' },
  theirs: { value: '2019-12-31', asOf: '2020-06-16', department: 'HR', row: 2 },
  owner: 'POVERTY',
  division: '141124',
  state: 'OPEN',
  openedAt: '2020-06-16T01:00:00.000Z',
  version,
  yours: false,
  decisions: ['KEEP_OURS', 'TAKE_THEIRS'],
};

export const forDifferences: Examples = {
  listDifferences: { response: { items: [difference] } },
  getDifference: { response: difference },
  decideDifference: {
    request: { version, decision: 'TAKE_THEIRS', reason: '与扶贫系统核对属实' },
    response: { differenceId, state: 'TOOK_THEIRS', version: '5.1-3f9a1c7be04d5286a1b2c3d4e5f60718' },
  },
};
