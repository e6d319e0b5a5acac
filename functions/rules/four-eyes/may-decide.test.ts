import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { roles, type Actor, type Role } from '../../contracts/actor.ts';
import type { Participants } from '../../contracts/application.ts';
import { mayDecide, type Act, type Subject } from './may-decide.ts';

const nobody: Participants = {
  filers: [],
  proxies: [],
  factEditors: [],
  accountChangers: [],
  verifiers: [],
  reexaminers: [],
  approvers: [],
};
const parts = Object.keys(nobody) as (keyof Participants)[];

const application = (rest: Partial<Subject> = {}): Subject => ({
  ...nobody,
  filers: ['cadre'],
  division: '141124',
  ...rest,
});

const person = (id: string, ...held: Role[]): Actor => ({
  id,
  name: '测试人员',
  roles: held,
  division: '141124',
});
const everyRole = (id: string): Actor => person(id, ...roles);

const codeOf = (actor: Actor, subject: Subject, act: Act): string => {
  const answer = mayDecide(actor, subject, act);
  return answer.allowed ? 'ALLOWED' : answer.code;
};

const acts: Record<Act, Role> = {
  VERIFY: 'COUNTY_VERIFIER',
  REEXAMINE: 'COUNTY_REVIEWER',
  APPROVE: 'COUNTY_APPROVER',
  SECOND_APPROVE: 'COUNTY_APPROVER',
  CONFIGURE: 'RULE_ADMIN',
  OPERATE: 'OPERATOR',
};
const allActs = Object.keys(acts) as Act[];

describe.each(Object.entries(acts) as [Act, Role][])('%s', (act, role) => {
  test('somebody of the right post who had no hand in the application may do it', () => {
    expect(codeOf(person('wang', role), application(), act)).toBe('ALLOWED');
  });

  test('nobody of another post may', () => {
    const others = roles.filter((other) => other !== role);
    expect(codeOf(person('wang', ...others), application(), act)).toBe('ROLE_NOT_ALLOWED');
  });

  test('nobody of another county may, nor of the city above it', () => {
    for (const division of ['141129', '141100', '140000'])
      expect(codeOf({ ...everyRole('wang'), division }, application(), act)).toBe('OTHER_COUNTY');
  });

  test.each([
    ['filed it', 'filers', 'FILED_IT'],
    ['filed it for somebody else', 'proxies', 'FILED_IT'],
    ['edited a fact', 'factEditors', 'CHANGED_IT'],
    ['changed the account', 'accountChangers', 'CHANGED_IT'],
  ] as const)('nobody who %s may', (_what, part, code) => {
    expect(codeOf(everyRole('wang'), application({ [part]: ['zhao', 'wang'] }), act)).toBe(code);
  });

  test('nobody who acts for the organisation that applies may, even if a colleague filed it', () => {
    const agency = '91141124MA0TE5T088';
    const colleague = { ...everyRole('wang'), organisationId: agency };
    expect(codeOf(colleague, application({ organisationId: agency }), act)).toBe('OWN_ORGANISATION');
    expect(codeOf(colleague, application({ organisationId: '91350100M000100Y43' }), act)).toBe('ALLOWED');
    expect(codeOf(everyRole('wang'), application({ organisationId: agency }), act)).toBe('ALLOWED');
    expect(codeOf(colleague, application(), act)).toBe('ALLOWED');
  });
});

describe('one decision, one person', () => {
  test.each([
    ['the verifier does not approve', 'verifiers', 'APPROVE', 'DECIDED_BEFORE'],
    ['the verifier is not the second approver either', 'verifiers', 'SECOND_APPROVE', 'DECIDED_BEFORE'],
    [
      'the verifier does not re-examine an objection to their own list',
      'verifiers',
      'REEXAMINE',
      'DECIDED_BEFORE',
    ],
    ['who re-examined does not approve', 'reexaminers', 'APPROVE', 'DECIDED_BEFORE'],
    ['the first approver is not the second', 'approvers', 'SECOND_APPROVE', 'DECIDED_BEFORE'],
    ['who approved does not verify after a return', 'approvers', 'VERIFY', 'DECIDED_BEFORE'],
    ['who approved does not re-examine', 'approvers', 'REEXAMINE', 'DECIDED_BEFORE'],
    ['after a return the same verifier may verify again', 'verifiers', 'VERIFY', 'ALLOWED'],
    ['after a return the same approver may approve again', 'approvers', 'APPROVE', 'ALLOWED'],
  ] as const)('%s', (_what, part, act, code) => {
    expect(codeOf(everyRole('wang'), application({ [part]: ['wang'] }), act)).toBe(code);
  });

  test('administrators are not exempt', () => {
    const administrator = person('wang', 'RULE_ADMIN', 'OPERATOR', 'AUDITOR', 'COUNTY_APPROVER');
    expect(codeOf(administrator, application({ verifiers: ['wang'] }), 'APPROVE')).toBe('DECIDED_BEFORE');
    expect(codeOf(administrator, application({ filers: ['wang'] }), 'CONFIGURE')).toBe('FILED_IT');
  });
});

const anyRoles = fc.uniqueArray(fc.constantFrom(...roles), { minLength: 1 });
const id = fc.constantFrom('wang', 'zhao', 'li', 'cadre');
const anySubject = fc
  .record(
    Object.fromEntries(parts.map((part) => [part, fc.uniqueArray(id)])) as Record<
      keyof Participants,
      fc.Arbitrary<string[]>
    >,
  )
  .map((hands) => application(hands));

test('whoever filed, proxied, edited, changed the account or verified never approves, whatever posts they hold', () => {
  const barred = fc.constantFrom('filers', 'proxies', 'factEditors', 'accountChangers', 'verifiers');
  const approval = fc.constantFrom('APPROVE', 'SECOND_APPROVE');
  fc.assert(
    fc.property(anySubject, anyRoles, barred, approval, (subject, held, part, act) => {
      const involved = { ...subject, [part]: [...subject[part], 'chen'] };
      expect(mayDecide(person('chen', ...held), involved, act).allowed).toBe(false);
      // The same person without that hand in it may, if they hold the post: it is the hand that bars them.
      expect(mayDecide(person('chen', ...held), subject, act).allowed).toBe(held.includes('COUNTY_APPROVER'));
    }),
  );
});

test('a refusal always says why, in Chinese and English, and names nobody', () => {
  fc.assert(
    fc.property(anySubject, anyRoles, id, fc.constantFrom(...allActs), (subject, held, who, act) => {
      const answer = mayDecide(person(who, ...held), subject, act);
      if (answer.allowed) return;
      expect(answer.sentence.zh).toMatch(/^[一-龥，、]+。$/);
      expect(answer.sentence.en).toMatch(/^[A-Z].*\.$/);
      expect(JSON.stringify(answer)).not.toMatch(/wang|zhao|\bli\b|cadre|测试/);
    }),
  );
});
