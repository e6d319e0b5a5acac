import { states, type ApplicationState } from './application.ts';

/** Where each state may go next. Drawn in workflows/application/README.md; the store enforces it. */
const next = {
  DRAFT: ['SUBMITTED', 'WITHDRAWN'],
  SUBMITTED: ['CHECKING', 'ON_NOTICE', 'REFUSED', 'WITHDRAWN'],
  CHECKING: ['CHECKING', 'IN_VERIFICATION', 'ON_NOTICE', 'REFUSED', 'WITHDRAWN'],
  IN_VERIFICATION: ['IN_VERIFICATION', 'CHECKING', 'RETURNED', 'ON_NOTICE', 'REFUSED', 'WITHDRAWN'],
  RETURNED: ['SUBMITTED', 'WITHDRAWN'],
  ON_NOTICE: ['ON_NOTICE', 'CHECKING', 'IN_APPROVAL', 'IN_VERIFICATION', 'REFUSED', 'WITHDRAWN'],
  IN_APPROVAL: ['IN_APPROVAL', 'CHECKING', 'APPROVED', 'IN_VERIFICATION', 'REFUSED', 'WITHDRAWN'],
  APPROVED: ['PAYING', 'CLOSED'],
  PAYING: ['PAYING', 'CLOSED'],
  CLOSED: [],
  REFUSED: [],
  WITHDRAWN: [],
} as const satisfies Record<ApplicationState, readonly ApplicationState[]>;

export const mayMove = (from: ApplicationState, to: ApplicationState): boolean =>
  next[from].some((allowed) => allowed === to);

export const sourcesOf = (to: ApplicationState): ApplicationState[] =>
  states.filter((from) => mayMove(from, to));

/** The states in which the applicant may still withdraw: until money has been approved. */
export const withdrawable: readonly ApplicationState[] = states.filter((state) =>
  mayMove(state, 'WITHDRAWN'),
);
