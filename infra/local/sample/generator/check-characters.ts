/*
 * Check characters, worked out here from the standards and not with the desk's own validators: a mistake in those
 * would otherwise never show in the sample.
 */

const weightedSum = (values: readonly number[], weights: readonly number[]): number =>
  weights.reduce((sum, weight, index) => sum + weight * (values[index] ?? 0), 0);

/** GB 11643: 17 digits and their check character. */
export const withCitizenCheck = (digits: string): string => {
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
  return digits + '10X98765432'.charAt(weightedSum(Array.from(digits, Number), weights) % 11);
};

/** GB 11714: 8 characters and their check character. */
export const withOrganisationCheck = (body: string): string => {
  const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';
  const values = Array.from(body, (letter) => alphabet.indexOf(letter));
  return body + '0123456789X0'.charAt(11 - (weightedSum(values, [3, 7, 9, 10, 5, 8, 4, 2]) % 11));
};

/** GB 32100: 17 characters and their check character. @throws Error for I, O, S, V or Z, which it does not use */
export const withCreditCheck = (body: string): string => {
  const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';
  if (/[^0-9A-HJ-NPQRTUWXY]/u.test(body))
    throw new Error(`${body} has a letter that credit codes do not use`);
  const values = Array.from(body, (letter) => alphabet.indexOf(letter));
  const weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];
  return body + alphabet.charAt((31 - (weightedSum(values, weights) % 31)) % 31);
};

/** Luhn: a bank card number and its check digit. */
export const withLuhnCheck = (digits: string): string => {
  const sum = Array.from(digits, Number)
    .reverse()
    .reduce((total, digit, index) => {
      const counted = index % 2 === 0 ? digit * 2 : digit;
      return total + (counted > 9 ? counted - 9 : counted);
    }, 0);
  return digits + String((10 - (sum % 10)) % 10);
};
