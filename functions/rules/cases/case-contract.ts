import type { LabourContract } from '../../contracts/labour-contract.ts';

type Stated = {
  readonly contractStart: string;
  readonly contractEnd?: string | null | undefined;
  readonly contractType?: string | null | undefined;
};

/** A contract with no last day is open-ended, unless the case says otherwise. */
const typeOf = ({ contractType, contractEnd }: Stated): LabourContract['type'] => {
  const named = (contractType ?? '').toUpperCase();
  if (named.includes('TASK')) return 'TASK_BASED';
  if (named.includes('OPEN') || named.includes('INDEFINITE')) return 'OPEN_ENDED';
  return named.includes('FIXED') || typeof contractEnd === 'string' ? 'FIXED_TERM' : 'OPEN_ENDED';
};

export const caseContract = (stated: Stated, signedOn: string): LabourContract => {
  const { contractStart, contractEnd } = stated;
  return {
    number: 'CASE',
    type: typeOf(stated),
    signedOn,
    startsOn: contractStart,
    ...(typeof contractEnd === 'string' && { endsOn: contractEnd }),
  };
};
