import type { SQLOutputValue } from 'node:sqlite';

/** Reads typed columns; a row of another shape is a damaged database. */
export type Row = Readonly<Record<string, SQLOutputValue>>;

const wrong = (column: string): Error =>
  new Error(`The journal is damaged: column ${column} is not of its type`);

export const textOf = (row: Row, column: string): string => {
  const value = row[column];
  if (typeof value !== 'string') throw wrong(column);
  return value;
};
export const optionalText = (row: Row, column: string): string | undefined =>
  row[column] === null || row[column] === undefined ? undefined : textOf(row, column);

export const numberOf = (row: Row, column: string): number => {
  const value = row[column];
  if (typeof value !== 'number') throw wrong(column);
  return value;
};
export const optionalNumber = (row: Row, column: string): number | undefined =>
  row[column] === null || row[column] === undefined ? undefined : numberOf(row, column);
