import type { ApplicationHead } from '../../contracts/application.ts';

export const executionNoOf = ({ execution }: Pick<ApplicationHead, 'execution'>): number =>
  execution?.no ?? 1;

/** The first execution of an application has its number for a name; the others count on: `A…-2`, `A…-3`. */
export const executionName = (
  { applicationId }: Pick<ApplicationHead, 'applicationId'>,
  no: number,
): string => (no === 1 ? applicationId : `${applicationId}-${no}`);
