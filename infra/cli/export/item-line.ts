import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import * as z from 'zod';
import type { Item } from '../../../functions/store/registers/batch-get.ts';

export type StoredItem = Record<string, AttributeValue>;

const inBase64 = (_name: string, value: unknown): unknown =>
  value instanceof Uint8Array ? Buffer.from(value).toString('base64') : value;

/** One item as DynamoDB's own exports write it, `{"Item":{…}}` with typed values, so that its imports read it. */
export const lineOfItem = (item: StoredItem): string => `${JSON.stringify({ Item: item }, inBase64)}\n`;

const line = z.object({ Item: z.custom<StoredItem>((value) => typeof value === 'object' && value !== null) });

const isBinary = (value: unknown): value is { B: string } =>
  typeof value === 'object' && value !== null && 'B' in value && typeof value.B === 'string';

const outOfBase64 = (_name: string, value: unknown): unknown =>
  isBinary(value) ? { B: new Uint8Array(Buffer.from(value.B, 'base64')) } : value;

/** The typed values of a line; most have no binary in them, and are spared the second look. */
export const storedItemOf = (text: string): StoredItem =>
  line.parse(text.includes('"B":"') ? JSON.parse(text, outOfBase64) : JSON.parse(text)).Item;

/** An item as the store's documents are: plain values. */
export const itemOfLine = (text: string): Item => unmarshall(storedItemOf(text));
