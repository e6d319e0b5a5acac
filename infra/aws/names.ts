import type { Settings } from './settings.ts';

/**
 * Names that something else must know before the thing exists: a function answers the machine that calls it, and
 * the table's name outlives its stack. Everything else is named by CloudFormation.
 */
export const tableNameOf = ({ stage }: Pick<Settings, 'stage'>): string => `subsidy-desk-${stage}`;
export const machineNameOf = ({ stage }: Pick<Settings, 'stage'>, machine: string): string =>
  `subsidy-desk-${stage}-${machine}`;
export const stackNameOf = ({ stage }: Pick<Settings, 'stage'>, part: string): string =>
  `SubsidyDesk-${stage}-${part}`;
