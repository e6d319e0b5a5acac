import * as z from 'zod';
import { courseRecord } from '../../contracts/registers/course.ts';
import { premisesRecord, recognitionRecord } from '../../contracts/registers/organisation.ts';
import { postRecord } from '../../contracts/registers/post.ts';

/** A record that has an item of its own and holds nothing personal. `revision` counts its writes. */
const registerItem = <S extends z.ZodType>(record: S) =>
  z.object({ pk: z.string(), sk: z.string(), revision: z.int().min(0), record });

export const courseItem = registerItem(courseRecord);
export const premisesItem = registerItem(premisesRecord);
export const recognitionItem = registerItem(recognitionRecord);
export const postItem = registerItem(postRecord);
