import { ruleSchemaOf } from './rule-schema.ts';
import type { ValueFault, ValueRow } from './value-fault.ts';

/** 文号: `晋人社厅函〔2020〕127号`, with whichever brackets it was typed. */
const documentNumber = /[〔[［(（【](?:19|20)\d{2}[〕\]］)）】]\s*第?\d+号/u;

const lacksNumber = ({ ruleId, source }: ValueRow): boolean =>
  typeof ruleId === 'string' &&
  ruleSchemaOf(ruleId.trim())?.meaning.kind === 'DELEGATED' &&
  typeof source === 'string' &&
  source.trim() !== '' &&
  !documentNumber.test(source);

/**
 * 「按规定」 leaves a value to other rules, so it is accepted only with the number of the document that sets it. Any
 * other value may rest on a document without one.
 */
export const withoutDocumentNumber = (rows: readonly ValueRow[]): ValueFault[] =>
  rows.filter(lacksNumber).map(({ row }) => ({
    code: 'DOCUMENT_NUMBER_MISSING',
    row,
    column: 'source',
    problem: {
      zh: '“按规定”确定的值须写明文号，例如 临人社发〔2020〕12号。',
      en: 'A value that the notice leaves to other rules needs its document’s number, as 临人社发〔2020〕12号.',
    },
  }));
