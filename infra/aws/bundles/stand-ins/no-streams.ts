/** Stands in for the stream modules that middy loads for answers in pieces, which no function of ours gives. */
/** Nothing is one. */
export class ReadableStream {
  readonly none = true;
}
export const pipeline = (): never => {
  throw new Error('The functions answer whole: infra/aws/bundles/stand-ins');
};
