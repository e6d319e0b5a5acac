import { applicationId, type ApplicationId } from '../../functions/contracts/application.ts';
import { CliError } from './cli-error.ts';

/** @throws CliError APPLICATION_ID_WRONG */
export const applicationIdOf = (text: string): ApplicationId => {
  const parsed = applicationId.safeParse(text);
  if (parsed.success) return parsed.data;
  throw new CliError(
    'APPLICATION_ID_WRONG',
    `${text} is no application number; one looks like A20200316-7K3M9QW2ZD.`,
  );
};
