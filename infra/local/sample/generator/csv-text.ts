import { stringify } from 'csv-stringify/sync';

export type CsvRecord = Readonly<Record<string, string>>;

/** A CSV file as Excel writes and opens it: UTF-8 with BOM, CRLF. */
export const csvText = (columns: readonly string[], rows: readonly CsvRecord[]): string =>
  stringify(
    rows.map((row) => columns.map((column) => row[column] ?? '')),
    {
      header: true,
      columns: [...columns],
      bom: true,
      record_delimiter: 'windows',
    },
  );
