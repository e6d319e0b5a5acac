/** Money for a person; fen inside. */
export const yuan = (amountFen: number): string => (amountFen / 100).toFixed(2);
