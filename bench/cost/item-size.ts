import type { AttributeValue } from '@aws-sdk/client-dynamodb';

/** DynamoDB bills a hundred bytes for each stored item and each index entry besides what is in it. */
export const storageOverhead = 100;

const numberSize = (text: string): number =>
  Math.ceil(
    text
      .replace(/^-/, '')
      .replace('.', '')
      .replace(/^0+|0+$/g, '').length / 2,
  ) + (text.startsWith('-') ? 2 : 1);

const sum = (sizes: readonly number[]): number => sizes.reduce((total, size) => total + size, 0);

/** Three bytes for a list or map, and one for each element or pair in it. */
const listSize = (values: readonly AttributeValue[]): number =>
  3 + sum(values.map((value) => 1 + valueSize(value)));
const mapSize = (map: Readonly<Record<string, AttributeValue>>): number =>
  3 + sum(Object.entries(map).map(([name, value]) => 1 + Buffer.byteLength(name) + valueSize(value)));

const scalarSize = ({ S, N, B }: AttributeValue): number => {
  if (S !== undefined) return Buffer.byteLength(S);
  if (N !== undefined) return numberSize(N);
  return B?.length ?? 1;
};

const setSize = ({ SS = [], NS = [], BS = [] }: AttributeValue): number =>
  sum(SS.map((text) => Buffer.byteLength(text))) +
  sum(NS.map(numberSize)) +
  sum(BS.map((bytes) => bytes.length));

const valueSize = (value: AttributeValue): number => {
  if (value.L !== undefined) return listSize(value.L);
  if (value.M !== undefined) return mapSize(value.M);
  return (value.SS ?? value.NS ?? value.BS) ? setSize(value) : scalarSize(value);
};

/** An item's size in bytes by the rules of the DynamoDB developer guide ("DynamoDB item sizes and formats"). */
export const itemSize = (item: Readonly<Record<string, AttributeValue>>): number =>
  sum(Object.entries(item).map(([name, value]) => Buffer.byteLength(name) + valueSize(value)));
