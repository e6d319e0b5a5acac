type Cell = string | number;

/** A Markdown table; numbers stand to the right. */
export const table = (head: readonly string[], rows: readonly (readonly Cell[])[]): string => {
  const isNumber = (column: number) => rows.every((row) => typeof row[column] === 'number');
  const line = (cells: readonly Cell[]) => `| ${cells.join(' | ')} |`;
  return [
    line(head),
    line(head.map((_, column) => (isNumber(column) ? '--:' : '---'))),
    ...rows.map(line),
  ].join('\n');
};
