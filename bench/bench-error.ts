/** What whoever runs the bench can mend, in one line. */
export class BenchError extends Error {
  override readonly name = 'BenchError';
}
