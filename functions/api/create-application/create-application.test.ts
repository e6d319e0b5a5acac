import { expect, test, vi } from 'vitest';
import { draft } from '../../contracts/application.ts';
import { aRequest, aVersion, anActor, anId } from '../../../test/builders/rows.ts';
import { createApplication } from './create-application.ts';

const body = draft.parse({
  instrument: 'TRANSPORT_SUBSIDY',
  division: '141124',
  commitmentSigned: true,
  payee: {
    holderName: '张小兰',
    bankName: '农信社',
    account: { kind: 'BANK_CARD', number: '6217000010000000003' },
  },
});
const receipt = { applicationId: anId, state: 'DRAFT', version: aVersion } as const;

test('a draft is numbered by the day it was begun in Shanxi, also late in the evening of the day before in London', async () => {
  const createDraft = vi.fn<(input: { id: string }) => Promise<typeof receipt>>().mockResolvedValue(receipt);
  const actor = anActor('APPLICANT');
  const asked = { params: {}, query: {}, body, requestId: 'r', idempotency: aRequest, actor };
  expect(await createApplication({ createDraft })({ ...asked, at: '2020-03-16T16:30:00.000Z' })).toBe(
    receipt,
  );
  expect(createDraft.mock.calls[0]?.[0]).toMatchObject({ draft: body, actor, request: aRequest });
  expect(createDraft.mock.calls[0]?.[0].id).toMatch(/^A20200317-/);
});
