import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { importJWK, SignJWT } from 'jose';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as z from 'zod';
import { audience } from '../../infra/local/issuer.ts';
import { aDraft, aPlacementLine, aTransportLine, citizen, citizenNo } from '../builders/claims.ts';
import { type Answer, type Asked, type OpenDesk, openDesk } from '../support/open-desk.ts';

/*
 * What arrives at a real desk's door and must not come in. That every refusal is problem+json with a code listed for
 * its operation, in both languages, is asked of each answer in `openDesk`.
 */

let desk: OpenDesk;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.close());

const ask = (user: string | undefined, operationId: string, asked?: Asked): Promise<Answer> =>
  desk.ask(user, operationId, asked);
const codeOf = ({ status, code }: Answer) => [status, code];
const pathsOf = ({ errors }: Answer) => errors.map(({ path, code }) => `${path} ${code}`);

const draft = aDraft('TRANSPORT_SUBSIDY');
const wireLine = aTransportLine(citizen('1985-06-12'));
const consent = { relation: 'VILLAGE_CADRE', consentTextVersion: '2020-03', takenBy: 'SIGNATURE' } as const;

type Place = { readonly id: string; readonly version: string };
const begin = async (user = 'applicant', body: object = draft): Promise<Place> => {
  const { status, body: made } = await ask(user, 'createApplication', { body });
  expect(status).toBe(201);
  return { id: made.applicationId ?? '', version: made.version ?? '' };
};
const addLine = ({ id, version }: Place, line: unknown, user = 'applicant') =>
  ask(user, 'addLines', { params: { applicationId: id }, body: { version, lines: [line] } });
const listed = async (user = 'applicant') =>
  (await ask(user, 'listApplications', { query: { limit: '100' } })).body.items?.length;

/** Nothing came of it: the draft stands as it stood, without a line. */
const untouched = async ({ id, version }: Place) => {
  const now = await ask('applicant', 'getApplication', { params: { applicationId: id } });
  expect(now.body.version).toBe(version);
  expect((await ask('applicant', 'listLines', { params: { applicationId: id } })).body.items).toEqual([]);
};

describe('a body', () => {
  const text = JSON.stringify(draft);
  const gbk = (): Uint8Array<ArrayBuffer> => {
    const [before = '', after = ''] = text.split('测试工人');
    return new Uint8Array(
      Buffer.concat([Buffer.from(before), Buffer.from([0xb2, 0xe2, 0xca, 0xd4]), Buffer.from(after)]),
    );
  };

  test.each<[string, () => Asked, number, string]>([
    ['that ends half way', () => ({ raw: text.slice(0, 40) }), 400, 'NOT_JSON'],
    ['in GBK', () => ({ raw: gbk() }), 400, 'NOT_JSON'],
    [
      'that is a form',
      () => ({ raw: 'a=1', headers: { 'content-type': 'application/x-www-form-urlencoded' } }),
      415,
      'CONTENT_TYPE_NOT_JSON',
    ],
    [
      'called plain text',
      () => ({ raw: text, headers: { 'content-type': 'text/plain' } }),
      415,
      'CONTENT_TYPE_NOT_JSON',
    ],
    ['that is empty', () => ({ raw: '' }), 400, 'INVALID_INPUT'],
    ['that is a list', () => ({ raw: '[]' }), 400, 'INVALID_INPUT'],
    ['nested 200,000 deep', () => ({ raw: '['.repeat(200_000) + ']'.repeat(200_000) }), 400, 'INVALID_INPUT'],
    ['of more than two megabytes', () => ({ raw: `"${'x'.repeat(2_000_000)}"` }), 413, 'BODY_TOO_LARGE'],
    [
      'with a megabyte in one field',
      () => ({ body: { ...draft, channel: 'x'.repeat(1_000_000) } }),
      400,
      'INVALID_INPUT',
    ],
    ['with a field nobody knows', () => ({ body: { ...draft, urgent: true } }), 400, 'UNKNOWN_FIELD'],
    [
      'with a prototype',
      () => ({ raw: text.replace('{', '{"__proto__":{"roles":["OPERATOR"]},') }),
      400,
      'UNKNOWN_FIELD',
    ],
    [
      'with a name in bytes that are no text',
      () => ({ raw: text.replace('测试工人', String.raw`\ud800`) }),
      400,
      'INVALID_INPUT',
    ],
    [
      'with a name of hidden characters only',
      () => ({ raw: text.replace('测试工人', '\u200b\u202e') }),
      400,
      'INVALID_INPUT',
    ],
    [
      'for a division that does not exist',
      () => ({ body: { ...draft, division: '149999' } }),
      400,
      'INVALID_INPUT',
    ],
    [
      'for a city where a county is meant',
      () => ({ body: { ...draft, division: '141100' } }),
      400,
      'INVALID_INPUT',
    ],
  ])('%s is refused, and nothing is begun', async (_what, make, status, code) => {
    const before = await listed();
    expect(codeOf(await ask('applicant', 'createApplication', make()))).toEqual([status, code]);
    expect(await listed()).toBe(before);
  });

  test('that begins with a byte order mark is read', async () => {
    expect((await ask('applicant', 'createApplication', { raw: `\ufeff${text}` })).status).toBe(201);
  });
});

describe('a line', () => {
  const leg = {
    mode: 'TRAIN',
    from: '141124',
    to: '320500',
    travelledOn: '2020-03-12',
    fareFen: 55_300,
    paidBy: 'SELF',
  };
  const wrongId = `${citizen('1985-06-12').slice(0, 17)}5`;
  const withClaim = (more: object) => ({
    ...wireLine,
    content: { ...wireLine.content, claim: { ...wireLine.content.claim, ...more } },
  });
  const claim = 'lines[0].content.claim';

  test.each<[string, () => object, readonly string[]]>([
    [
      'an id whose check digit does not fit',
      () => ({ ...wireLine, worker: { name: '测试', citizenId: wrongId } }),
      ['lines[0].worker.citizenId INVALID'],
    ],
    [
      'a day that does not exist',
      () => withClaim({ departedOn: '2020-02-30' }),
      [`${claim}.departedOn WRONG_FORMAT`],
    ],
    [
      'a day written with slashes',
      () => withClaim({ departedOn: '2020/3/1' }),
      [`${claim}.departedOn WRONG_FORMAT`],
    ],
    [
      'a negative fare',
      () => withClaim({ legs: [{ ...leg, fareFen: -1 }] }),
      [`${claim}.legs[0].fareFen TOO_SMALL`],
    ],
    [
      'a fraction of a fen',
      () => withClaim({ legs: [{ ...leg, fareFen: 0.5 }] }),
      [`${claim}.legs[0].fareFen WRONG_TYPE`],
    ],
    [
      'a fare as text',
      () => withClaim({ legs: [{ ...leg, fareFen: '55300' }] }),
      [`${claim}.legs[0].fareFen WRONG_TYPE`],
    ],
    [
      'a means of travel nobody knows',
      () => withClaim({ legs: [{ ...leg, mode: 'ROCKET' }] }),
      [`${claim}.legs[0].mode NOT_ALLOWED_VALUE`],
    ],
    [
      'a workplace that does not exist',
      () => withClaim({ workplace: '999999' }),
      [`${claim}.workplace INVALID`],
    ],
    [
      'a subsidy nobody knows',
      () => ({ ...wireLine, content: { instrument: 'LOTTERY', claim: {} } }),
      ['lines[0].content.instrument NOT_ALLOWED_VALUE'],
    ],
    ['the number 5,001', () => ({ ...wireLine, lineNo: 5001 }), ['lines[0].lineNo TOO_BIG']],
    [
      'an id in the place of a field’s name',
      () => ({ ...wireLine, [`身份证 ${wrongId}`]: 1 }),
      ['lines[0].身份证 … UNKNOWN_FIELD'],
    ],
  ])('with %s is refused at its place, and the draft stays as it was', async (_what, make, places) => {
    const place = await begin();
    const answer = await addLine(place, make());
    expect([answer.status, pathsOf(answer)]).toEqual([400, places]);
    expect(answer.text).not.toContain(wrongId.slice(6));
    await untouched(place);
  });

  test('whose id has a wrong check digit is shown masked, in both languages', async () => {
    const { errors } = await addLine(await begin(), {
      ...wireLine,
      worker: { name: '测试', citizenId: wrongId },
    });
    expect(errors).toEqual([
      {
        path: 'lines[0].worker.citizenId',
        code: 'INVALID',
        message: 'the check character of 141124**********75 does not fit; compare it with the card',
        messageZh: '141124**********75 的校验位不符，请与证件核对',
      },
    ]);
  });
});

describe('5,000 lines', () => {
  test('are taken, in chunks; the 5,001st is refused and the 5,000 stay', async () => {
    const { id, version } = await begin('agency', { ...aDraft('PLACEMENT_SUBSIDY') });
    const params = { applicationId: id };
    let latest = version;
    for (let first = 1; first <= 5000; first += 90) {
      const numbers = Array.from({ length: Math.min(90, 5001 - first) }, (_, index) => first + index);
      const lines = numbers.map((lineNo) => aPlacementLine(lineNo, citizenNo(lineNo).citizenId));
      const added = await ask('agency', 'addLines', { params, body: { version: latest, lines } });
      expect(added.status).toBe(201);
      latest = added.body.version ?? '';
    }
    const add = (lines: readonly object[]) =>
      ask('agency', 'addLines', { params, body: { version: latest, lines } });
    const line = aPlacementLine(1, citizenNo(5001).citizenId);
    expect(pathsOf(await add([{ ...line, lineNo: 5001 }]))).toEqual(['lines[0].lineNo TOO_BIG']);
    expect(codeOf(await add([line]))).toEqual([422, 'TOO_MANY_LINES']);
    expect(pathsOf(await add(Array.from({ length: 91 }, (_, n) => ({ ...line, lineNo: n + 1 }))))).toEqual([
      'lines TOO_BIG',
    ]);
    const { body } = await ask('agency', 'getApplication', { params });
    expect([body['lineCount'], body.version]).toEqual([5000, latest]);
  });
});

describe('a token', () => {
  const forge = async (claims: object, header: object = {}, secret?: Uint8Array): Promise<string> => {
    const jwk = z
      .record(z.string(), z.string())
      .parse(JSON.parse(await readFile(join(desk.host.folder, 'secrets/signing-key.json'), 'utf8')));
    const published = z
      .object({ keys: z.array(z.looseObject({ kid: z.string() })) })
      .parse(await (await fetch(`${desk.host.url}/oidc/jwks`)).json());
    const kid = published.keys[0]?.kid ?? '';
    const now = Math.floor(desk.host.clock.now() / 1000);
    return new SignJWT({
      sub: 'applicant',
      name: '测试',
      roles: ['APPLICANT'],
      division: '141124',
      iss: `${desk.host.url}/oidc`,
      aud: audience,
      nbf: now,
      exp: now + 3600,
      ...claims,
    })
      .setProtectedHeader({ alg: 'ES256', kid, ...header })
      .sign(secret ?? (await importJWK(jwk, 'ES256')));
  };
  const seconds = (from: number) => Math.floor(desk.host.clock.now() / 1000) + from;

  test('of the desk’s own key is taken, and none is needed twice', async () => {
    expect((await ask(undefined, 'listApplications', { token: await forge({}) })).status).toBe(200);
    expect(codeOf(await ask(undefined, 'listApplications'))).toEqual([401, 'TOKEN_MISSING']);
  });

  test.each<[string, () => Promise<string>, string]>([
    ['that has expired', () => forge({ nbf: seconds(-100), exp: seconds(-60) }), 'TOKEN_EXPIRED'],
    ['that is not good yet', () => forge({ nbf: seconds(60) }), 'TOKEN_INVALID'],
    ['for another audience', () => forge({ aud: 'another-desk' }), 'TOKEN_INVALID'],
    ['of another issuer', () => forge({ iss: 'https://id.elsewhere.test' }), 'TOKEN_INVALID'],
    ['that never ends', () => forge({ exp: undefined }), 'TOKEN_INVALID'],
    ['under a key nobody published', () => forge({}, { kid: 'another' }), 'TOKEN_INVALID'],
    [
      'signed with the published key as if it were a secret',
      async () =>
        forge({}, { alg: 'HS256' }, Buffer.from(await (await fetch(`${desk.host.url}/oidc/jwks`)).text())),
      'TOKEN_INVALID',
    ],
    ['of a role nobody has', () => forge({ roles: ['EMPEROR'] }), 'TOKEN_INVALID'],
  ])('%s is refused', async (_what, make, code) => {
    expect(codeOf(await ask(undefined, 'listApplications', { token: await make() }))).toEqual([401, code]);
  });
});

test('an Idempotency-Key stands for one request: the same again is answered as before, another is refused', async () => {
  const key = 'one-key-for-one-request';
  const first = await ask('applicant', 'createApplication', { body: draft, key });
  const before = await listed();
  expect((await ask('applicant', 'createApplication', { body: draft, key })).body).toEqual(first.body);
  const other = { ...draft, channel: 'VILLAGE' };
  expect(codeOf(await ask('applicant', 'createApplication', { body: other, key }))).toEqual([
    422,
    'IDEMPOTENCY_KEY_REUSED',
  ]);
  expect(await listed()).toBe(before);
});

describe('a claim with personal data on its whole way', () => {
  const idWithX = '14112419850601996X';
  const personal = {
    name: '测甲乙丙',
    citizenId: idWithX,
    phone: '19912345678',
    holder: '测丁戊己',
    account: '6217000010000000003',
    objector: '19987654321',
    objection: '此人三月份一直在村里，没有外出务工。',
  };
  const typed = '１４１１２４１９８５０６０１９９６x';
  let id = '';
  const taskOf = async (user: string) => {
    await expect.poll(async () => (await ask(user, 'listTasks')).text, { timeout: 20_000 }).toContain(id);
    const mine = (await ask(user, 'listTasks')).body.items?.find(({ taskId }) => taskId?.startsWith(id));
    return mine?.taskId ?? '';
  };
  const take = async (user: string) => {
    const taskId = await taskOf(user);
    const { body } = await ask(user, 'getApplication', { params: { applicationId: id } });
    const claimed = await ask(user, 'claimTask', { params: { taskId }, body: { version: body.version } });
    expect(claimed.status).toBe(200);
    return { taskId, version: claimed.body.version };
  };

  test('is filed with an id in full-width figures and a small x, and a verifier reads it in its one form', async () => {
    const place = await begin('village', {
      ...draft,
      proxy: consent,
      payee: {
        holderName: personal.holder,
        bankName: '测试农商银行',
        account: { kind: 'BANK_CARD', number: personal.account },
      },
    });
    id = place.id;
    const worker = { name: `${personal.name}\u200b`, citizenId: typed, phone: personal.phone };
    const added = await addLine(place, { ...wireLine, worker }, 'village');
    expect(added.status).toBe(201);
    const submit = { params: { applicationId: id }, body: { version: added.body.version } };
    expect((await ask('village', 'submitApplication', submit)).status).toBe(200);
    const { taskId } = await take('verifier');
    const read = await ask('verifier', 'getIdentity', { params: { taskId, lineNo: '1' } });
    expect(read.body).toMatchObject({
      citizenId: idWithX,
      name: personal.name,
      phone: `+86${personal.phone}`,
    });
  });

  test('is not decided with a number of somebody’s in the reason, and not twice', async () => {
    const taskId = await taskOf('verifier');
    const { body } = await ask('verifier', 'getTask', { params: { taskId } });
    const seen = z.object({ application: z.object({ version: z.string() }) }).parse(body).application.version;
    const decide = (reason: string, version: string) =>
      ask('verifier', 'decideTask', {
        params: { taskId },
        body: {
          version,
          decision: 'APPROVE',
          reason,
          lines: [{ lineNo: 1, outcome: 'APPROVE', reason: '已核实' }],
        },
      });
    expect(pathsOf(await decide(`身份证${idWithX}相符`, seen))).toEqual(['reason INVALID']);
    expect(codeOf(await decide('名册相符', `9${seen}`))).toEqual([409, 'VERSION_STALE']);
    expect((await decide('名册相符', seen)).status).toBe(200);
    expect(codeOf(await decide('名册相符', seen))).toEqual([409, 'TASK_MOVED_ON']);
  });

  test('shows none of it in any list, and keeps none of it in clear in any file', async () => {
    const notice = async () => (await ask(undefined, 'listNotices', { query: { division: '141124' } })).text;
    await expect.poll(notice, { timeout: 20_000 }).toContain(id);
    const params = { applicationId: id };
    const noticeId = z
      .object({ items: z.array(z.object({ noticeId: z.string() })) })
      .parse(JSON.parse(await notice())).items[0]?.noticeId;
    const raised = await ask(undefined, 'raiseObjection', {
      params: { noticeId: noticeId ?? '' },
      body: { lineNo: 1, text: personal.objection, contact: personal.objector },
    });
    expect(raised.status).toBe(202);
    const { taskId } = await take('reviewer');
    const answers = await Promise.all([
      ask('village', 'listApplications'),
      ask('village', 'getApplication', { params }),
      ask('village', 'listLines', { params }),
      ask('village', 'getHistory', { params }),
      ask('village', 'getAssessment', { params: { ...params, lineNo: '1' } }),
      ask('verifier', 'listDivisionApplications', { params: { division: '141124' } }),
      ask('supervisor', 'getHistory', { params }),
      ask('reviewer', 'listTasks'),
      ask('reviewer', 'listTaskLines', { params: { taskId } }),
      ask(undefined, 'getNotice', { params: { noticeId: noticeId ?? '' } }),
    ]);
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200));
    const forbidden = [...Object.values(personal), typed, idWithX.slice(6, 14)];
    const said = [...answers.map(({ text }) => text), ...desk.logged].join('\n');
    expect(said).toContain('测***');
    expect(forbidden.filter((text) => said.includes(text))).toEqual([]);

    const files = await readdir(desk.host.folder, { recursive: true });
    const contents = await Promise.all(
      files.map(async (name) => {
        const path = join(desk.host.folder, name);
        return (await stat(path)).isFile() ? [await readFile(path)] : [];
      }),
    );
    const all = Buffer.concat(contents.flat());
    expect([all.includes(id), all.includes('测***')]).toEqual([true, true]);
    expect(forbidden.slice(0, -1).filter((text) => all.includes(text))).toEqual([]);
  });
});
