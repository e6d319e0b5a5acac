/** Which of many texts stand anywhere in these bytes, in one pass; each is of two bytes at least. */
export const foundIn = (bytes: Buffer, texts: Iterable<string>): string[] => {
  const byStart = new Map<number, { readonly text: string; readonly sought: Buffer }[]>();
  for (const text of texts) {
    const sought = Buffer.from(text);
    const start = sought.readUInt16BE(0);
    byStart.set(start, [...(byStart.get(start) ?? []), { text, sought }]);
  }
  const found = new Set<string>();
  for (let at = 0; at + 1 < bytes.length; at += 1)
    for (const { text, sought } of byStart.get(bytes.readUInt16BE(at)) ?? [])
      if (bytes.compare(sought, 0, sought.length, at, Math.min(at + sought.length, bytes.length)) === 0)
        found.add(text);
  return [...found];
};
