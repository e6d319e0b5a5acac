/** What is wrong with a text that is not JSON: the common slips in the words of AWS's parser, others not at all. */
export const jsonFaultIn = (text: string): string | undefined => {
  const word = /^\s*([A-Za-z_]\w*)/.exec(text)?.[1];
  if (word !== undefined && !['true', 'false', 'null'].includes(word))
    return `Unrecognized token '${word}': was expecting (JSON String, Number, Array, Object or token 'null', 'true' or 'false')`;
  const odd = /^\s*\{\s*([^"}\s])/.exec(text)?.[1];
  return odd === undefined
    ? undefined
    : `Unexpected character ('${odd}' (code ${odd.codePointAt(0) ?? 0})): was expecting double-quote to start field name`;
};
