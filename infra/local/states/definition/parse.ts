import { isObject, tryParse } from '../json.ts';
import { jsonFaultIn } from '../json-fault.ts';
import { checkExpressions } from './check-expressions.ts';
import { checkFlow } from './check-flow.ts';
import { checkRules } from './check-rules.ts';
import { schemaFailure, type Diagnostic } from './diagnostics.ts';
import { parseList, type Parsed } from './parse-states.ts';
import { machineSchema, type MachineDefinition } from './schema.ts';

const notJson = (text: string): Diagnostic => ({
  code: 'INVALID_JSON_DESCRIPTION',
  message: jsonFaultIn(text) ?? 'The definition is not valid JSON',
});

const notAnObject: Diagnostic = {
  code: 'SCHEMA_VALIDATION_FAILED',
  message: 'Definition must be a valid JSON object',
};

/** To AWS a machine that names no language is JSONPath. */
const languageFaults = (language: unknown): Diagnostic[] =>
  language === 'JSONata'
    ? []
    : [schemaFailure(`'QueryLanguage' must be 'JSONata': this engine runs no JSONPath`, '/QueryLanguage')];

/** Reads a definition and says everything that is wrong with it. */
export const parseDefinition = (text: string): Parsed<MachineDefinition> => {
  const json = tryParse(text === '' ? 'null' : text);
  if (!json) return { ok: false, diagnostics: [notJson(text)] };
  if (!isObject(json.value)) return { ok: false, diagnostics: [notAnObject] };
  const { QueryLanguage, TimeoutSeconds } = json.value;
  // Other faults say more when the language is taken as meant.
  const list = parseList({ ...json.value, QueryLanguage: 'JSONata' }, machineSchema, '');
  const language = languageFaults(QueryLanguage);
  if (!list.ok) return { ok: false, diagnostics: [...list.diagnostics, ...language] };
  const faults = [
    ...language,
    ...checkRules(list.value),
    ...checkFlow(list.value),
    ...checkExpressions(list.value),
  ];
  if (faults.length > 0) return { ok: false, diagnostics: faults };
  const timeoutSeconds = typeof TimeoutSeconds === 'number' ? TimeoutSeconds : undefined;
  return { ok: true, value: { ...list.value, timeoutSeconds } };
};
