/** Bytes as an old office program writes them; Node reads GB18030 but does not write it. */
const twoBytes = (() => {
  const decoder = new TextDecoder('gb18030');
  const table = new Map<string, [number, number]>();
  for (let lead = 0x81; lead <= 0xfe; lead += 1) {
    for (let trail = 0x40; trail <= 0xfe; trail += 1) {
      if (trail !== 0x7f) table.set(decoder.decode(new Uint8Array([lead, trail])), [lead, trail]);
    }
  }
  return table;
})();

export const gb18030 = (text: string): Uint8Array =>
  Uint8Array.from(
    Array.from(text).flatMap((character) => {
      if (character.charCodeAt(0) < 0x80) return [character.charCodeAt(0)];
      const pair = twoBytes.get(character);
      if (pair === undefined) throw new Error(`GB18030 writes ${character} in four bytes`);
      return pair;
    }),
  );
