import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import { buffer } from 'node:stream/consumers';
import * as z from 'zod';
import { canonicalJson } from '../../functions/platform/idempotency-key.ts';
import { listen } from '../../infra/local/listener.ts';

const asked = z.object({
  KeyId: z.string(),
  EncryptionContext: z.record(z.string(), z.string()).default({}),
  Plaintext: z.base64().optional(),
  CiphertextBlob: z.base64().optional(),
});
type Asked = z.infer<typeof asked>;

class Refusal extends Error {}

/** The bytes of a blob are the key's work and open only under the context they were made with. */
const master = (key: Buffer) => ({
  wrap: (plain: Buffer, { EncryptionContext }: Asked): string => {
    const nonce = randomBytes(12);
    const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(
      Buffer.from(canonicalJson(EncryptionContext)),
    );
    return Buffer.concat([nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()]).toString(
      'base64',
    );
  },
  unwrap: ({ CiphertextBlob = '', EncryptionContext }: Asked): string => {
    const bytes = Buffer.from(CiphertextBlob, 'base64');
    try {
      const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, 12))
        .setAAD(Buffer.from(canonicalJson(EncryptionContext)))
        .setAuthTag(bytes.subarray(-16));
      return Buffer.concat([decipher.update(bytes.subarray(12, -16)), decipher.final()]).toString('base64');
    } catch {
      throw new Refusal('InvalidCiphertextException');
    }
  },
});

const actionOf = (request: IncomingMessage): string =>
  /^TrentService\.(\w+)$/.exec(String(request.headers['x-amz-target']))?.[1] ?? '';

/**
 * As much of KMS as the desk uses, on KMS's own protocol (AWS JSON 1.1): one key, whose material is in nobody's hands.
 * `fail` makes the next calls answer with the named exception.
 */
export const startKmsServer = async () => {
  const keyArn = 'arn:aws:kms:us-east-1:000000000000:key/11111111-2222-3333-4444-555555555555';
  const key = master(randomBytes(32));
  const calls: string[] = [];
  const fail: string[] = [];

  const answer = (action: string, input: Asked): object => {
    const failure = fail.shift();
    if (failure !== undefined) throw new Refusal(failure);
    if (input.KeyId !== keyArn) throw new Refusal('NotFoundException');
    switch (action) {
      case 'GenerateDataKeyWithoutPlaintext':
        return { KeyId: keyArn, CiphertextBlob: key.wrap(randomBytes(32), input) };
      case 'Encrypt':
        return {
          KeyId: keyArn,
          CiphertextBlob: key.wrap(Buffer.from(input.Plaintext ?? '', 'base64'), input),
        };
      case 'Decrypt':
        return { KeyId: keyArn, Plaintext: key.unwrap(input) };
      default:
        throw new Refusal('UnknownOperationException');
    }
  };

  const server = createServer((request, response) => {
    const reply = (status: number, body: object) =>
      response.writeHead(status, { 'content-type': 'application/x-amz-json-1.1' }).end(JSON.stringify(body));
    buffer(request)
      .then((body) => {
        const action = actionOf(request);
        calls.push(action);
        reply(200, answer(action, asked.parse(JSON.parse(body.toString()))));
      })
      .catch((error: unknown) => {
        const type = error instanceof Refusal ? error.message : 'ValidationException';
        reply(400, { __type: type, message: type });
      });
  });
  const port = await listen(server, '127.0.0.1', 0, 'KMS_PORT');
  return {
    keyArn,
    endpoint: `http://127.0.0.1:${port}`,
    calls,
    fail,
    stop: () =>
      new Promise<void>((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
};
