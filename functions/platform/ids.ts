import { randomInt } from 'node:crypto';
import { applicationId, type ApplicationId } from '../contracts/application.ts';
import { proposalId, type ProposalId } from '../contracts/rule-proposal.ts';

/** Crockford's base 32: no I, L, O, U, so a number can be read out over the phone. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

const randomText = (length: number): string =>
  Array.from({ length }, () => alphabet.charAt(randomInt(alphabet.length))).join('');

/** `A20200316-7K3M9QW2ZD`: the day it was begun (Asia/Shanghai) and 50 random bits. */
export const newApplicationId = (day: string): ApplicationId =>
  applicationId.parse(`A${day.replaceAll('-', '')}-${randomText(10)}`);

/** `P141124-20200316-7K3M9QW2ZD`: its division, the day, and 50 random bits. */
export const newProposalId = (division: string, day: string): ProposalId =>
  proposalId.parse(`P${division}-${day.replaceAll('-', '')}-${randomText(10)}`);

export const newObjectionId = (): string => randomText(10);
