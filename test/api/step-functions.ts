import { createServer } from 'node:http';

export type Call = { readonly operation: string; readonly input: Record<string, unknown> };

/** Where the SDK's Step Functions client calls: it answers like AWS and notes what it was asked, over the wire. */
export const listenForCalls = async () => {
  const calls: Call[] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => {
      const operation = String(request.headers['x-amz-target']).replace('AWSStepFunctions.', '');
      calls.push({ operation, input: JSON.parse(body) as Call['input'] });
      const answer =
        operation === 'StartExecution' ? { executionArn: 'arn:aws:states:x', startDate: 1584324000 } : {};
      response.writeHead(200, { 'content-type': 'application/x-amz-json-1.0' }).end(JSON.stringify(answer));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return { calls, endpoint: `http://127.0.0.1:${port}`, stop: () => server.close() };
};
