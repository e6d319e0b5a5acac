import { createServer, type Server } from 'node:http';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { archiveDay } from './archive-day.ts';

/** Speaks as much of DynamoDB's protocol as the export asks; the embedded database has no export to S3. */
const asked: { target: unknown; body: Record<string, unknown> }[] = [];
let answer: { status: number; body: object } = { status: 200, body: {} };
let server: Server;

beforeAll(async () => {
  server = createServer((request, response) => {
    void text(request).then((body) => {
      asked.push({
        target: request.headers['x-amz-target'],
        body: JSON.parse(body) as Record<string, unknown>,
      });
      response.writeHead(answer.status, { 'content-type': 'application/x-amz-json-1.0' });
      response.end(JSON.stringify(answer.body));
    });
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const { port } = server.address() as { port: number };
  vi.stubEnv('AWS_ENDPOINT_URL_DYNAMODB', `http://127.0.0.1:${port}`);
  vi.stubEnv('AWS_REGION', 'cn-north-1');
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'local');
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'local');
});
afterAll(() => {
  vi.unstubAllEnvs();
  server.close();
});

const archive = {
  tableArn: 'arn:aws-cn:dynamodb:cn-north-1:123456789012:table/subsidy-desk-test',
  bucket: 'audit',
  keyArn: 'arn:aws-cn:kms:cn-north-1:123456789012:key/k',
};

test('half past one at night in Shanghai, everything that changed on the day before goes to the locked bucket', async () => {
  answer = { status: 200, body: { ExportDescription: { ExportArn: 'arn:export/1' } } };
  await expect(archiveDay(archive, '2020-03-16T17:30:00Z')).resolves.toEqual({
    day: '2020-03-16',
    exportArn: 'arn:export/1',
  });
  expect(asked.at(-1)).toEqual({
    target: 'DynamoDB_20120810.ExportTableToPointInTime',
    body: {
      TableArn: archive.tableArn,
      S3Bucket: 'audit',
      S3Prefix: 'changes/2020-03-16',
      S3SseAlgorithm: 'KMS',
      S3SseKmsKeyId: archive.keyArn,
      ExportFormat: 'DYNAMODB_JSON',
      ExportType: 'INCREMENTAL_EXPORT',
      ClientToken: 'audit-2020-03-16',
      IncrementalExportSpecification: {
        ExportFromTime: Date.parse('2020-03-15T16:00:00Z') / 1000,
        ExportToTime: Date.parse('2020-03-16T16:00:00Z') / 1000,
        ExportViewType: 'NEW_AND_OLD_IMAGES',
      },
    },
  });
});

test('a day that can no longer be had is an error for the people on call, not a silence', async () => {
  answer = { status: 400, body: { __type: 'InvalidExportTimeException', message: 'too early' } };
  await expect(archiveDay(archive, '2020-03-16T17:30:00Z')).rejects.toThrow('too early');
});
