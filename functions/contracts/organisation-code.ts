/** GB 11714: digits count as they are, A as 10 to Z as 35. */
const weights = [3, 7, 9, 10, 5, 8, 4, 2] as const;

const checkCharacter = (body: string): string => {
  const sum = weights.reduce(
    (all, weight, index) => all + weight * Number.parseInt(body.charAt(index), 36),
    0,
  );
  const check = 11 - (sum % 11);
  if (check === 10) return 'X';
  return check === 11 ? '0' : String(check);
};

/** Whether an organisation code (组织机构代码, eight characters and a check) holds together. */
export const organisationCodeHolds = (code: string): boolean =>
  /^[0-9A-Z]{8}[0-9X]$/.test(code) && checkCharacter(code) === code.charAt(8);

/** The organisation code that a unified social credit code contains: its characters 9 to 17. */
export const organisationCodeIn = (creditCode: string): string => creditCode.slice(8, 17);
