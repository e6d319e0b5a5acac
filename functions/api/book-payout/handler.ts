import { bookPayoutOperation } from '../../contracts/api/payouts.ts';
import { asChange } from '../../platform/route.ts';
import { bookPayout as book } from '../../store/payouts/book-payout.ts';
import { keylessDesk } from '../../store/container-table.ts';
import { delivering } from '../services.ts';
import { bookPayout } from './book-payout.ts';

export const handler = asChange(bookPayoutOperation, () =>
  bookPayout({ book: (input) => book(keylessDesk(), input), deliver: delivering() }),
);
