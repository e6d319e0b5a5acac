import type { ApplicationId } from '../contracts/application.ts';

/** Where each sealed field stands; the place is bound into the seal, so a field cannot be moved to another row. */
export const payeePlace = (id: ApplicationId): string => `APP#${id}/payee`;
export const workerPlace = (id: ApplicationId, lineNo: number): string => `APP#${id}/LINE/${lineNo}/worker`;
export const objectionPlace = (id: ApplicationId, objectionId: string, field: 'text' | 'contact'): string =>
  `APP#${id}/OBJECTION/${objectionId}/${field}`;
export const rosterPlace = (id: ApplicationId, lineNo: number): string => `APP#${id}/LINE/${lineNo}/roster`;
