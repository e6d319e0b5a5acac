import type { ApplicationHead } from '../../contracts/application.ts';
import type { Finding } from '../../contracts/reconciliation.ts';
import type { fundRow } from '../funds.ts';
import type * as z from 'zod';

export type Fund = z.infer<typeof fundRow>;

const sum = (figures: readonly number[]): number => figures.reduce((total, figure) => total + figure, 0);

const differs = (
  fund: Fund,
  code: Finding['code'],
  what: string,
  isFen: number,
  shouldBeFen: number,
): Finding[] => (isFen === shouldBeFen ? [] : [{ code, division: fund.division, what, isFen, shouldBeFen }]);

/** A county's fund against itself, and what it holds against what its applications say it holds. */
export const fundFindings = (
  division: string,
  fund: Fund | undefined,
  heads: readonly Pick<ApplicationHead, 'reservedFen'>[],
): Finding[] => {
  const reservedFen = sum(heads.map((head) => head.reservedFen));
  if (fund === undefined)
    return reservedFen === 0
      ? []
      : [
          {
            code: 'FUND_MISSING',
            division,
            what: 'money is reserved in a fund that does not exist',
            isFen: reservedFen,
            shouldBeFen: 0,
          },
        ];
  const restFen = fund.sanctionedFen - fund.reservedFen - fund.paidFen;
  return [
    ...differs(
      fund,
      'FUND_ARITHMETIC',
      'available is sanctioned less reserved less paid',
      fund.availableFen,
      restFen,
    ),
    ...differs(
      fund,
      'RESERVED_DIFFERS',
      'reserved is the sum of what open applications hold',
      fund.reservedFen,
      reservedFen,
    ),
  ];
};
