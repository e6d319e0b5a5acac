import type { Actor, Role } from '../../contracts/actor.ts';
import type { Participants } from '../../contracts/application.ts';
import type { Sentence } from '../../contracts/scalars.ts';

export type Act = 'VERIFY' | 'REEXAMINE' | 'APPROVE' | 'SECOND_APPROVE' | 'CONFIGURE' | 'OPERATE';

/** The application as four eyes see it: its county, its applicant, and everybody who had a hand in it. */
export type Subject = Participants & {
  readonly division: string;
  readonly organisationId?: string | undefined;
};

export type FourEyesCode =
  'OTHER_COUNTY' | 'ROLE_NOT_ALLOWED' | 'OWN_ORGANISATION' | 'FILED_IT' | 'CHANGED_IT' | 'DECIDED_BEFORE';

export type MayDecide =
  | { readonly allowed: true }
  | { readonly allowed: false; readonly code: FourEyesCode; readonly sentence: Sentence };

const roleFor = {
  VERIFY: 'COUNTY_VERIFIER',
  REEXAMINE: 'COUNTY_REVIEWER',
  APPROVE: 'COUNTY_APPROVER',
  SECOND_APPROVE: 'COUNTY_APPROVER',
  CONFIGURE: 'RULE_ADMIN',
  OPERATE: 'OPERATOR',
} as const satisfies Record<Act, Role>;

/** Whoever decided in one of these parts may not do this act. */
const decidedBefore = {
  VERIFY: ['approvers'],
  REEXAMINE: ['verifiers', 'approvers'],
  APPROVE: ['verifiers', 'reexaminers'],
  SECOND_APPROVE: ['verifiers', 'reexaminers', 'approvers'],
  CONFIGURE: [],
  OPERATE: [],
} as const satisfies Record<Act, readonly (keyof Participants)[]>;

const sentences: Record<FourEyesCode, Sentence> = {
  OTHER_COUNTY: {
    zh: '此件由其他县办理，您无权处理。',
    en: 'Another county handles this application.',
  },
  ROLE_NOT_ALLOWED: { zh: '您的岗位不能办理此环节。', en: 'Your role does not take this step.' },
  OWN_ORGANISATION: {
    zh: '您代表此件的申报单位，不能参与审核审批。',
    en: 'You act for the organisation that filed this application, so another person decides it.',
  },
  FILED_IT: {
    zh: '您是此件的申报人或代办人，不能参与审核审批。',
    en: 'You filed this application, for yourself or for somebody else, so another person decides it.',
  },
  CHANGED_IT: {
    zh: '您修改过此件的事实或收款账户，须由他人办理。',
    en: 'You changed a fact or the account of this application, so another person decides it.',
  },
  DECIDED_BEFORE: {
    zh: '您已在此件的其他环节作出过决定，须由他人办理。',
    en: 'You decided an earlier step of this application, so another person decides this one.',
  },
};

const no = (code: FourEyesCode): MayDecide => ({ allowed: false, code, sentence: sentences[code] });

const actsForApplicant = (actor: Actor, { organisationId }: Subject): boolean =>
  organisationId !== undefined && actor.organisationId === organisationId;

/**
 * Four eyes (POLICY section 7, separation of duties). Asked when a task is claimed and again when it is decided, on
 * stable ids, over the whole chain. Holding several roles, or being an administrator, exempts nobody.
 */
export const mayDecide = (actor: Actor, subject: Subject, act: Act): MayDecide => {
  const isAmong = (...parts: (keyof Participants)[]): boolean =>
    parts.some((part) => subject[part].includes(actor.id));
  if (actor.division !== subject.division) return no('OTHER_COUNTY');
  if (!actor.roles.includes(roleFor[act])) return no('ROLE_NOT_ALLOWED');
  if (actsForApplicant(actor, subject)) return no('OWN_ORGANISATION');
  if (isAmong('filers', 'proxies')) return no('FILED_IT');
  if (isAmong('factEditors', 'accountChangers')) return no('CHANGED_IT');
  if (isAmong(...decidedBefore[act])) return no('DECIDED_BEFORE');
  return { allowed: true };
};
