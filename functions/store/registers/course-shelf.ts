import type { CourseRecord } from '../../contracts/registers/course.ts';
import type { OrganisationRecord } from '../../contracts/registers/organisation.ts';
import type { WorkerRecord } from '../../contracts/registers/worker.ts';
import type { Table } from '../table-client.ts';
import { readRecords } from './read-records.ts';

/** The courses and providers that the workers read so far have attended: a few hundred, read once each. */
export type CourseShelf = {
  readonly fetchFor: (workers: readonly WorkerRecord[]) => Promise<void>;
  readonly course: (courseId: string) => CourseRecord | undefined;
  readonly organisation: (organisationId: string) => OrganisationRecord | undefined;
};

export const createCourseShelf = (table: Table): CourseShelf => {
  const courses = new Map<string, CourseRecord | undefined>();
  const organisations = new Map<string, OrganisationRecord | undefined>();
  const fetchOrganisations = async (): Promise<void> => {
    const codes = [...courses.values()].flatMap((course) => course?.providerCode ?? []);
    const asked = [...new Set(codes)].filter((code) => !organisations.has(code));
    if (asked.length === 0) return;
    const found = await readRecords(table, { subjects: [], organisationIds: asked });
    for (const code of asked) organisations.set(code, found.organisations.get(code));
  };
  return {
    fetchFor: async (workers) => {
      const attended = workers.flatMap((worker) => worker.courses.map(({ courseId }) => courseId));
      const asked = [...new Set(attended)].filter((courseId) => !courses.has(courseId));
      if (asked.length === 0) return;
      const found = await readRecords(table, { subjects: [], organisationIds: [], courseIds: asked });
      for (const courseId of asked) courses.set(courseId, found.courses.get(courseId));
      await fetchOrganisations();
    },
    course: (courseId) => courses.get(courseId),
    organisation: (organisationId) => organisations.get(organisationId),
  };
};
