import { ServiceError } from '../errors.ts';

const defaultPage = 100;

/** A page token is the place to go on from. */
const write = (place: number): string => Buffer.from(`at ${place}`).toString('base64');

const read = (token: string | undefined, first: number): number => {
  if (token === undefined) return first;
  const found = /^at (\d{1,15})$/.exec(Buffer.from(token, 'base64').toString());
  if (!found) throw new ServiceError('InvalidToken', "Invalid Token: 'Invalid token'");
  return Number(found[1]);
};

type Asked = { maxResults?: number | undefined; nextToken?: string | undefined };

/** A page of a list that is read by offset, and the token of the next one if there is more. */
export const pageOf = <T>(asked: Asked, fetch: (limit: number, offset: number) => readonly T[]) => {
  const size = asked.maxResults || defaultPage;
  const offset = read(asked.nextToken, 0);
  const items = fetch(size + 1, offset);
  return items.length > size
    ? { items: items.slice(0, size), next: { nextToken: write(offset + size) } }
    : { items, next: {} };
};
