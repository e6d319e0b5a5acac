import type { IncomingMessage } from 'node:http';

/** The whole body, or undefined when it is longer than `limitBytes` (the rest is read and dropped). */
export const readBody = async (request: IncomingMessage, limitBytes: number): Promise<Buffer | undefined> => {
  const parts: Buffer[] = [];
  let length = 0;
  for await (const part of request) {
    if (!Buffer.isBuffer(part)) continue;
    length += part.length;
    if (length <= limitBytes) parts.push(part);
    // A sender that goes on far past the limit is not worth reading to the end.
    else if (length > 4 * limitBytes) break;
  }
  return length <= limitBytes ? Buffer.concat(parts, length) : undefined;
};
