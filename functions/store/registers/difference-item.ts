import * as z from 'zod';
import { difference } from '../../contracts/registers/difference.ts';

/** A difference out of an item of the table, without its keys. */
export const differenceItem = z.object(difference.shape);
