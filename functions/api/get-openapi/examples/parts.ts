/** What one operation is sent and answers, for readers of the description; a test parses every one of them. */
export type Example = { readonly request?: unknown; readonly response: unknown };
export type Examples = Readonly<Record<string, Example>>;

export const applicationId = 'A20200316-7K3M9QW2ZD';
export const version = '7-0f2c9a6d1b5e4c3f8a7d6e5b4c3a2f1e';
export const receipt = { applicationId, state: 'DRAFT', version };

/** Synthetic people only: sequence numbers 996 to 999, which nobody living has. */
export const worker = { name: '张小兰', citizenId: '141124198506129974', phone: '13800000000' };

export const claim = {
  instrument: 'TRANSPORT_SUBSIDY',
  claim: {
    departedOn: '2020-03-16',
    workplace: '110105',
    employerName: '北京某某服务有限公司',
    organiserKind: 'GOVERNMENT',
    tripId: 'LX-2020-018',
    legs: [
      {
        mode: 'TRAIN',
        from: '141124',
        to: '110105',
        travelledOn: '2020-03-16',
        fareFen: 18_650,
        paidBy: 'SELF',
      },
    ],
  },
};

export const summary = {
  applicationId,
  instrument: 'TRANSPORT_SUBSIDY',
  division: '141124',
  state: 'IN_VERIFICATION',
  flags: [],
  version,
  applicantKind: 'PERSON',
  applicant: '张**',
  channel: 'ONLINE',
  lineCount: 1,
  amountFen: 18_650,
  createdAt: '2020-03-16T02:00:00.000Z',
  submittedAt: '2020-03-16T02:05:00.000Z',
  stateSince: '2020-03-16T02:05:02.000Z',
};

export const sentence = {
  zh: '县级审核人员将在2020年3月23日前审核您的申请。',
  en: 'A verifier of the county looks at the application by 2020-03-23.',
};

export const reason = {
  code: 'REGISTER_DOES_NOT_KNOW',
  sentence: {
    zh: '登记数据中没有查到，由工作人员核实。',
    en: 'The registers do not know this; an officer looks into it.',
  },
};

export const line = {
  lineNo: 1,
  maskedName: '张**',
  maskedCitizenId: '141124**********74',
  content: claim,
  standing: 'OPEN',
  outcome: 'REVIEW',
  amountFen: 18_650,
  reasonCode: 'REGISTER_DOES_NOT_KNOW',
  reasons: [reason],
};

export const tally = { approve: 0, reject: 0, review: 1, notConfigured: 0 };
export const payee = { masked: '****0003', kind: 'BANK_CARD' };
export const nextCursor = 'v1.Zm9yIHRoZSBuZXh0IHBhZ2U';
