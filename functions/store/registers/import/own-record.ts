import type { RecordSource } from '../../../contracts/registers/record-source.ts';
import type { IsoDate } from '../../../contracts/scalars.ts';
import type { Item } from '../batch-get.ts';
import { type Register, registerNames } from '../register-names.ts';
import type { Key } from '../../keys.ts';
import { mergeRow } from './merge-row.ts';
import { putIfUnchanged } from './put-if-unchanged.ts';
import { nextSource, rowByRow, type RegisterKind } from './register-kind.ts';

type Recorded<R> = {
  readonly pk: string;
  readonly sk: string;
  readonly revision: number;
  readonly record: R;
};

type OwnRecord<V extends { readonly asOf: IsoDate | undefined }, R> = Pick<
  RegisterKind<V, Recorded<R>>,
  | 'readTable'
  | 'matchHeader'
  | 'columnNamed'
  | 'faultsOf'
  | 'labelOf'
  | 'entryOf'
  | 'identityOf'
  | 'acrossRows'
> & {
  readonly register: Register;
  readonly schema: { readonly parse: (item: Item) => Recorded<R> };
  readonly keyOf: (values: V) => Key;
  readonly divisionOf: (record: R) => string;
  /** Under what else the item is looked for, where a list needs it. */
  readonly indexOf?: (record: R) => Readonly<Record<string, string>>;
  /** What the record says, in the columns of a row about it. */
  readonly rowOf: (record: R, values: V) => Partial<V>;
  /** The record as a whole row, where a single field of it may be taken over. */
  readonly wholeRowOf?: (record: R) => V;
  readonly recordOf: (values: V, source: RecordSource, before: R | undefined) => R;
};

/** A register whose records have items of their own. */
export const ownRecord = <
  V extends { readonly asOf: IsoDate | undefined },
  R extends { source: RecordSource },
>(
  kind: OwnRecord<V, R>,
): RegisterKind<V, Recorded<R>> => {
  const owner = registerNames[kind.register].department;
  const { indexOf = () => ({}), wholeRowOf } = kind;
  return {
    ...kind,
    ...(wholeRowOf && {
      rowFrom: ({ record }) => ({ values: wholeRowOf(record), asOfOf: () => record.source.asOf }),
    }),
    parse: (item) => kind.schema.parse(item),
    divisionOf: ({ record }) => kind.divisionOf(record),
    applyRows: rowByRow((stored, row, { department, asOf }) => {
      const merged = mergeRow(
        row,
        stored && {
          values: kind.rowOf(stored.record, row),
          asOfOf: () => stored.record.source.asOf,
        },
        { department, asOf, ownerOf: () => owner },
      );
      if (stored !== undefined && !merged.changed)
        return { action: merged.action, item: stored, conflicts: merged.conflicts };
      const source = nextSource(kind.register, asOf, stored?.record.source);
      const record = kind.recordOf(merged.values, source, stored?.record);
      return {
        action: merged.action,
        item: {
          ...kind.keyOf(row),
          ...indexOf(record),
          revision: stored?.revision ?? 0,
          record,
        },
        conflicts: merged.conflicts,
      };
    }),
    write: putIfUnchanged,
  };
};
