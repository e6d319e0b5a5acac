const bare = (name: string): string =>
  name
    .normalize('NFKC')
    .replaceAll(/[\s·•・‧．.]/gu, '')
    .toUpperCase();

/** Whether two texts write one name; blanks, and the dots between the parts of a name, are written or not. */
export const sameName = (a: string, b: string): boolean => bare(a) === bare(b);
