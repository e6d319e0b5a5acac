import * as z from 'zod';
import { courseRecord, type CourseRecord } from '../../../functions/contracts/registers/course.ts';
import {
  organisationRecord,
  type OrganisationRecord,
} from '../../../functions/contracts/registers/organisation.ts';
import type { CourseShelf } from '../../../functions/store/registers/course-shelf.ts';
import { itemOfLine } from '../export/item-line.ts';
import type { Part } from '../export/manifest.ts';
import { pagesOf } from '../export/part-reader.ts';

const item = z.object({ pk: z.string(), record: z.unknown().optional() });

/** The courses and organisations of an export, as the store's shelf holds those of the table. */
export const readExportedShelf = async (folder: string, parts: readonly Part[]): Promise<CourseShelf> => {
  const courses = new Map<string, CourseRecord>();
  const organisations = new Map<string, OrganisationRecord>();
  for (const part of parts.filter(({ kind }) => kind === 'registers'))
    for await (const lines of pagesOf(folder, part))
      for (const line of lines) {
        const { pk, record } = item.parse(itemOfLine(line));
        const [kind, id = ''] = pk.split('#');
        if (kind === 'COURSE') courses.set(id, courseRecord.parse(record));
        if (kind === 'ORGANISATION') organisations.set(id, organisationRecord.parse(record));
      }
  return {
    fetchFor: () => Promise.resolve(),
    course: (courseId) => courses.get(courseId),
    organisation: (organisationId) => organisations.get(organisationId),
  };
};
