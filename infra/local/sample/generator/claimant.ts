import type { Worker } from './cast.ts';
import { withLuhnCheck } from './check-characters.ts';
import type { CsvRecord } from './csv-text.ts';

const banks = ['样例农商银行', '样例邮储银行', '样例建设银行'] as const;

/** A made-up card: 621700, then twelve digits out of the phone number and the claim's, then Luhn. */
const cardNo = (worker: Pick<Worker, 'phone'>): string =>
  withLuhnCheck(`621700${worker.phone.slice(-4).padStart(12, '0')}`);

/** What every claim of a person starts with: who, and where the money goes. */
export const claimant = (claimNo: string, worker: Worker, filedBy: string): CsvRecord => ({
  申请编号: claimNo,
  代办人: filedBy,
  代办关系: '村干部',
  同意方式: '本人签字',
  姓名: worker.name,
  公民身份号码: worker.citizenId,
  手机号码: worker.phone,
  收款人: worker.name,
  开户银行: banks[Number(worker.phone.slice(-1)) % banks.length] ?? banks[0],
  账户类型: Number(worker.phone.slice(-2)) % 3 === 0 ? '社会保障卡' : '银行卡',
  账号: cardNo(worker),
});

const fullWidth = (text: string): string =>
  text.replaceAll(/\d/gu, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));

/** How ids arrive from a village: a small x, full-width digits, a space; all of them are to be understood. */
export const asTyped = (id: string, no: number): string => {
  if (id.endsWith('X')) return id.toLowerCase();
  if (no % 2 === 0) return fullWidth(id);
  return `${id.slice(0, 6)} ${id.slice(6)}`;
};
