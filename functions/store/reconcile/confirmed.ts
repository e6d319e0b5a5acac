import { isDifference, type Finding } from '../../contracts/reconciliation.ts';

const textOf = ({ code, division, applicationId = '', what, isFen = 0, shouldBeFen = 0 }: Finding): string =>
  [code, division, applicationId, what, isFen - shouldBeFen].join(' ');

type Figures = { readonly findings: readonly Finding[] };

/**
 * People go on working while everything is read, so what differs is looked at a second time: what two readings say alike
 * is so.
 */
export const confirmed = async <T extends Figures>(read: () => Promise<T>): Promise<T> => {
  const first = await read();
  if (!first.findings.some(isDifference)) return first;
  const second = await read();
  const before = new Set(first.findings.map(textOf));
  return {
    ...second,
    findings: second.findings.filter((found) => !isDifference(found) || before.has(textOf(found))),
  };
};
