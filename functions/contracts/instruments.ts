import * as z from 'zod';

/** The notice's subsidies and recognitions (DESIGN section 3). */
export const instruments = [
  'TRANSPORT_SUBSIDY',
  'PLACEMENT_SUBSIDY',
  'OVERSEAS_SUBSIDY',
  'TRAINING_SUBSIDY',
  'HIRING_SUBSIDY',
  'FARM_HIRING_SUBSIDY',
  'SOCIAL_INSURANCE_SUBSIDY',
  'WORKSHOP_RECOGNITION',
  'BASE_AWARD',
  'RETENTION_ALLOWANCE',
  'PUBLIC_WORKS_POST',
  'UNEMPLOYMENT_ASSISTANCE',
] as const;

/** The instruments that the desk accepts claims for today. */
export const openInstruments = ['TRANSPORT_SUBSIDY', 'PLACEMENT_SUBSIDY', 'RETENTION_ALLOWANCE'] as const;

export const instrument = z.enum(openInstruments);
export type Instrument = z.infer<typeof instrument>;

/** 中文 names, as a county office writes them. */
export const instrumentNames: Record<Instrument, { readonly zh: string; readonly en: string }> = {
  TRANSPORT_SUBSIDY: { zh: '一次性交通补助', en: 'Transport subsidy' },
  PLACEMENT_SUBSIDY: { zh: '职业介绍补贴', en: 'Job placement subsidy' },
  RETENTION_ALLOWANCE: { zh: '稳岗补贴', en: 'Retention allowance' },
};
