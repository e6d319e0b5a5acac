import * as z from 'zod';

/** The registers that are imported from files today. */
export const registers = ['workers', 'organisations', 'spells', 'trips', 'funds'] as const;
export const register = z.enum(registers);
export type Register = z.infer<typeof register>;

export const registerNames: Record<Register, { readonly zh: string; readonly en: string }> = {
  workers: { zh: '贫困劳动力台账', en: 'register of poor workers' },
  organisations: { zh: '机构与许可台账', en: 'register of organisations and licences' },
  spells: { zh: '就业登记', en: 'employment register' },
  trips: { zh: '有组织出行名单', en: 'manifests of organised trips' },
  funds: { zh: '资金预算', en: 'county funds' },
};
