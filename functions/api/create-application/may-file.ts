import type { Actor, Role } from '../../contracts/actor.ts';
import type { Draft } from '../../contracts/application.ts';
import { definitionOf, nameOf } from '../../contracts/instruments.ts';
import { ProblemError } from '../../platform/errors.ts';

/** The staff of an organisation: an agency, an employer or base, a training provider. */
const organisations: ReadonlySet<Role> = new Set(['INTERMEDIARY', 'EMPLOYER', 'TRAINING_PROVIDER'] as const);

type Filer = Pick<Actor, 'roles' | 'organisationId'>;

const fileAsOrganisation = ({ organisationId }: Filer, { instrument }: Draft): void => {
  if (organisationId === undefined)
    throw new ProblemError(
      403,
      'ORGANISATION_MISSING',
      'Your sign-in names no organisation, so you cannot file for one. Ask whoever manages your sign-in.',
    );
  if (!definitionOf(instrument).claimedBy.includes('ORGANISATION'))
    throw new ProblemError(
      422,
      'INSTRUMENT_NOT_YOURS',
      `The worker claims the ${nameOf(instrument).en.toLowerCase()}; an organisation cannot.`,
    );
};

const fileAsPerson = ({ instrument }: Draft): void => {
  if (definitionOf(instrument).claimedBy.every((who) => who === 'ORGANISATION'))
    throw new ProblemError(
      422,
      'INSTRUMENT_NOT_YOURS',
      `An organisation claims the ${nameOf(instrument).en.toLowerCase()}; sign in as one of its staff.`,
    );
};

const fileForSomebody = ({ proxy }: Draft): void => {
  if (proxy === undefined)
    throw new ProblemError(
      422,
      'PROXY_CONSENT_MISSING',
      'You file for somebody else: give “proxy”, how you stand to them and how their consent was taken.',
    );
};

/**
 * Who may file what (POLICY 3.1, 3.2, 3.10). A person files for themselves; a labour broker is a person too. A
 * village assistant files for somebody else, with that person's consent on record. An organisation's staff file for it.
 * @throws ProblemError PROXY_CONSENT_MISSING, ORGANISATION_MISSING, INSTRUMENT_NOT_YOURS
 */
export const mustBeAllowedToFile = (filer: Filer, draft: Draft): void => {
  if (filer.roles.some((role) => organisations.has(role))) {
    fileAsOrganisation(filer, draft);
    return;
  }
  fileAsPerson(draft);
  if (!filer.roles.includes('APPLICANT')) fileForSomebody(draft);
};
