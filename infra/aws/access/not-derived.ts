type Stated = { readonly leadingKeys: readonly string[]; readonly reason: string };

/** What no reading of the code tells, by `file#declaration`: whoever reaches the declaration touches these keys. */
export const notDerived: Readonly<Record<string, Stated>> = {
  'functions/store/reading/list-applications.ts#listNewest': {
    leadingKeys: ['APP#*'],
    reason: 'It reads the applications whose keys the index gave.',
  },
  'functions/store/notices/read-notices.ts#listNotices': {
    leadingKeys: ['APP#*'],
    reason: 'It reads the notices whose keys the index gave.',
  },
  'functions/store/differences/list-differences.ts#listDifferences': {
    leadingKeys: ['DIFFERENCE#*'],
    reason: 'It reads the differences whose keys the index gave.',
  },
};
