import * as z from 'zod';
import { fen } from '../contracts/scalars.ts';
import { fundKey } from './keys.ts';
import type { Write } from './transact.ts';

/** A county's budget line for the notice: what was sanctioned, what approvals hold, what has been paid. */
export const fundRow = z.object({
  division: z.string(),
  year: z.string(),
  sanctionedFen: fen,
  reservedFen: fen,
  paidFen: fen,
  availableFen: z.int(),
  sourceDocument: z.string(),
});

/** The notice is of 2020, and so is its budget line, whenever a claim is approved. */
export const fundYear = '2020';

/** Takes from what is available, or refuses: `availableFen` is sanctioned less reserved less paid. */
export const reserve = (division: string, amountFen: number): Write => ({
  Update: {
    Key: fundKey(division, fundYear),
    UpdateExpression: 'SET availableFen = availableFen - :amount, reservedFen = reservedFen + :amount',
    ConditionExpression: 'attribute_exists(pk) AND availableFen >= :amount',
    ExpressionAttributeValues: { ':amount': amountFen },
  },
});

/** Gives a reservation back. */
export const unreserve = (division: string, amountFen: number): Write => ({
  Update: {
    Key: fundKey(division, fundYear),
    UpdateExpression: 'SET availableFen = availableFen + :amount, reservedFen = reservedFen - :amount',
    ConditionExpression: 'reservedFen >= :amount',
    ExpressionAttributeValues: { ':amount': amountFen },
  },
});

/** What was reserved has been paid. */
export const spend = (division: string, amountFen: number): Write => ({
  Update: {
    Key: fundKey(division, fundYear),
    UpdateExpression: 'SET paidFen = paidFen + :amount, reservedFen = reservedFen - :amount',
    ConditionExpression: 'reservedFen >= :amount',
    ExpressionAttributeValues: { ':amount': amountFen },
  },
});

/** Money that was paid has come back: it may be spent again. */
export const takeBack = (division: string, amountFen: number): Write => ({
  Update: {
    Key: fundKey(division, fundYear),
    UpdateExpression: 'SET paidFen = paidFen - :amount, availableFen = availableFen + :amount',
    ConditionExpression: 'paidFen >= :amount',
    ExpressionAttributeValues: { ':amount': amountFen },
  },
});
