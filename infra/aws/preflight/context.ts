import * as z from 'zod';

const context = z.record(z.string(), z.unknown());

const isMissing = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ENOENT';

const fromFile = (read: () => string): Record<string, unknown> => {
  try {
    return context.parse(JSON.parse(read()));
  } catch (error) {
    if (isMissing(error)) return {};
    throw error;
  }
};

/** The settings as the CDK would see them: the file's, and over them those of the command line. */
export const contextOf = (given: readonly string[], read: () => string): Record<string, unknown> => ({
  ...fromFile(read),
  ...Object.fromEntries(
    given.map((pair) => {
      const at = pair.indexOf('=');
      return at < 0 ? [pair, ''] : [pair.slice(0, at), pair.slice(at + 1)];
    }),
  ),
});
