import { expect, test } from 'vitest';
import { draft } from '../../contracts/application.ts';
import { mustBeAllowedToFile } from './may-file.ts';

const aDraft = (instrument: string, proxy = false) =>
  draft.parse({
    instrument,
    division: '141124',
    commitmentSigned: true,
    payee: {
      holderName: '张小兰',
      bankName: '农信社',
      account: { kind: 'BANK_CARD', number: '6217000010000000003' },
    },
    ...(proxy && {
      proxy: { relation: 'VILLAGE_CADRE', consentTextVersion: '2020-03', takenBy: 'SIGNATURE' },
    }),
  });
const agency = '91141124MA0TE5T088';

test.each([
  ['a worker claims their own fare', ['APPLICANT'], undefined, aDraft('TRANSPORT_SUBSIDY')],
  ['a worker claims their own retention', ['APPLICANT'], undefined, aDraft('RETENTION_ALLOWANCE')],
  [
    'a labour broker, who is a person, claims placements',
    ['APPLICANT'],
    undefined,
    aDraft('PLACEMENT_SUBSIDY'),
  ],
  ['a relative claims for a worker who agreed', ['APPLICANT'], undefined, aDraft('TRANSPORT_SUBSIDY', true)],
  [
    'an assistant claims for a worker who agreed',
    ['VILLAGE_ASSISTANT'],
    undefined,
    aDraft('TRANSPORT_SUBSIDY', true),
  ],
  [
    'an assistant who is also a worker claims their own',
    ['VILLAGE_ASSISTANT', 'APPLICANT'],
    undefined,
    aDraft('TRANSPORT_SUBSIDY'),
  ],
  ['an agency’s clerk claims placements for it', ['INTERMEDIARY'], agency, aDraft('PLACEMENT_SUBSIDY')],
] as const)('%s', (_case, roles, organisationId, claim) => {
  expect(() => mustBeAllowedToFile({ roles: [...roles], organisationId }, claim)).not.toThrow();
});

test.each([
  [
    'an assistant without the worker’s consent',
    ['VILLAGE_ASSISTANT'],
    undefined,
    aDraft('TRANSPORT_SUBSIDY'),
    'PROXY_CONSENT_MISSING',
  ],
  [
    'an agency’s clerk whose sign-in names no agency',
    ['INTERMEDIARY'],
    undefined,
    aDraft('PLACEMENT_SUBSIDY'),
    'ORGANISATION_MISSING',
  ],
  [
    'an agency that claims a worker’s fare',
    ['INTERMEDIARY'],
    agency,
    aDraft('TRANSPORT_SUBSIDY'),
    'INSTRUMENT_NOT_YOURS',
  ],
  [
    'an agency that claims a worker’s retention, as a worker too',
    ['INTERMEDIARY', 'APPLICANT'],
    agency,
    aDraft('RETENTION_ALLOWANCE'),
    'INSTRUMENT_NOT_YOURS',
  ],
] as const)('%s is refused', (_case, roles, organisationId, claim, code) => {
  expect(() => mustBeAllowedToFile({ roles: [...roles], organisationId }, claim)).toThrow(
    expect.objectContaining({ code }),
  );
});
