import { shanxiCounties } from '../../functions/contracts/divisions.ts';
import { CliError } from './cli-error.ts';

/** @throws CliError COUNTY_UNKNOWN */
export const countyOf = (code: string | undefined): string | undefined => {
  if (code === undefined || shanxiCounties.includes(code)) return code;
  throw new CliError(
    'COUNTY_UNKNOWN',
    `${code} is none of the 117 counties of Shanxi. Write six digits, for example 141124.`,
  );
};
