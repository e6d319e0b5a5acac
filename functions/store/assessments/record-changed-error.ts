/** Something that was stored for good is not what its own hash says. */
export class RecordChangedError extends Error {
  override readonly name = 'RecordChanged';
}
