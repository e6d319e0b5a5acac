import { describe, expect, test } from 'vitest';
import { parseDefinition } from './parse.ts';

const refusalsOf = (definition: unknown): string[] => {
  const parsed = parseDefinition(typeof definition === 'string' ? definition : JSON.stringify(definition));
  return parsed.ok
    ? []
    : parsed.diagnostics.map(({ code, message, location }) => `${code}: ${message} at ${location ?? 'null'}`);
};

const machine = (States: Record<string, unknown>, rest: object = {}) => ({
  QueryLanguage: 'JSONata',
  StartAt: Object.keys(States)[0],
  States,
  ...rest,
});
const end = { Type: 'Pass', End: true };
const task = (rest: object) => ({
  Type: 'Task',
  Resource: 'arn:aws:states:::lambda:invoke',
  Arguments: { FunctionName: 'f' },
  End: true,
  ...rest,
});
const one = (state: object) => refusalsOf(machine({ S: state }));

describe('a machine', () => {
  test('must be JSON, an object, JSONata, and have its fields', () => {
    expect(refusalsOf('{')).toEqual(['INVALID_JSON_DESCRIPTION: The definition is not valid JSON at null']);
    expect(refusalsOf('not a definition')).toEqual([
      "INVALID_JSON_DESCRIPTION: Unrecognized token 'not': was expecting (JSON String, Number, Array, Object or token 'null', 'true' or 'false') at null",
    ]);
    for (const text of ['', '""', '[]'])
      expect(refusalsOf(text)).toEqual([
        'SCHEMA_VALIDATION_FAILED: Definition must be a valid JSON object at null',
      ]);
    expect(refusalsOf({ QueryLanguage: 'JSONata', StartAt: 'S' })).toEqual([
      'SCHEMA_VALIDATION_FAILED: These fields are required: [States] at /',
    ]);
    expect(refusalsOf({ StartAt: 'S', States: { S: end } })).toEqual([
      "SCHEMA_VALIDATION_FAILED: 'QueryLanguage' must be 'JSONata': this engine runs no JSONPath at /QueryLanguage",
    ]);
    expect(refusalsOf(machine({ S: end }, { Retries: 1 }))).toEqual([
      "SCHEMA_VALIDATION_FAILED: Field 'Retries' is not supported at /",
    ]);
  });

  test('names every missing target and every state that cannot be reached', () => {
    expect(refusalsOf(machine({ pass1: { Type: 'Pass', Next: 'pass3' }, pass2: end }))).toEqual([
      "MISSING_TRANSITION_TARGET: Missing 'Next' target: pass3 at /States/pass1/Next",
      'MISSING_TRANSITION_TARGET: State "pass2" is not reachable. at /States/pass2',
    ]);
    expect(refusalsOf(machine({ A: { Type: 'Pass', Next: 'B' }, B: { Type: 'Pass', Next: 'A' } }))).toEqual([
      'MISSING_END_STATE: Workflow has no terminal state at null',
    ]);
    expect(refusalsOf(machine({ S: end }, { StartAt: 'X' }))).toContain(
      "MISSING_TRANSITION_TARGET: Missing 'StartAt' target: X at /StartAt",
    );
  });

  test('has no two states of one name, inside or out', () => {
    const inner = { StartAt: 'S', States: { S: end } };
    expect(refusalsOf(machine({ S: { Type: 'Map', ItemProcessor: inner, End: true } }))).toEqual([
      'DUPLICATE_STATE_NAME: Duplicate State name: S at /States/S/ItemProcessor/States/S',
    ]);
  });
});

describe('what the engine does not do is refused, by name and place', () => {
  test.each([
    [
      { ...end, Parameters: {} },
      "SCHEMA_VALIDATION_FAILED: The QueryLanguage is set to 'JSONata', but field 'Parameters' is only supported for the 'JSONPath' QueryLanguage at /States/S",
    ],
    [
      { ...end, QueryLanguage: 'JSONPath' },
      "SCHEMA_VALIDATION_FAILED: 'QueryLanguage' can not be 'JSONPath' if set to 'JSONata' for whole state machine at /States/S",
    ],
    [
      { ...end, TimeoutSeconds: 1 },
      "SCHEMA_VALIDATION_FAILED: Field 'TimeoutSeconds' is not supported at /States/S",
    ],
    [
      task({ Resource: 'arn:aws:states:::sqs:sendMessage' }),
      "SCHEMA_VALIDATION_FAILED: The resource 'arn:aws:states:::sqs:sendMessage' is not supported: use arn:aws:states:::lambda:invoke, arn:aws:states:::lambda:invoke.waitForTaskToken or the ARN of a Lambda function at /States/S/Resource",
    ],
    [
      task({ Credentials: { RoleArn: 'r' } }),
      "SCHEMA_VALIDATION_FAILED: Field 'Credentials' is not supported at /States/S",
    ],
    [
      task({ Arguments: { FunctionName: 'f', InvocationType: 'Event' } }),
      "SCHEMA_VALIDATION_FAILED: Only the InvocationType 'RequestResponse' is supported at /States/S/Arguments/InvocationType",
    ],
    [
      task({ Arguments: {} }),
      "SCHEMA_VALIDATION_FAILED: The field 'FunctionName' is required but was missing at /States/S/Arguments",
    ],
    [
      task({ Retry: [{ ErrorEquals: ['States.ALL', 'A'] }] }),
      "SCHEMA_VALIDATION_FAILED: 'States.ALL' must appear alone at /States/S/Retry[0]/ErrorEquals",
    ],
    [
      task({
        Catch: [
          { ErrorEquals: ['States.ALL'], Next: 'S' },
          { ErrorEquals: ['A'], Next: 'S' },
        ],
      }),
      "SCHEMA_VALIDATION_FAILED: 'States.ALL' must be in the last entry of 'Catch' at /States/S/Catch[0]/ErrorEquals",
    ],
    [
      task({ TimeoutSeconds: 5, HeartbeatSeconds: 5 }),
      "SCHEMA_VALIDATION_FAILED: 'HeartbeatSeconds' must be smaller than 'TimeoutSeconds' at /States/S/HeartbeatSeconds",
    ],
    [
      { Type: 'Map', ItemReader: {}, ItemProcessor: { StartAt: 'T', States: { T: end } }, End: true },
      "SCHEMA_VALIDATION_FAILED: Field 'ItemReader' is not supported at /States/S",
    ],
    [
      {
        Type: 'Map',
        ItemProcessor: { StartAt: 'T', States: { T: end }, ProcessorConfig: { Mode: 'DISTRIBUTED' } },
        End: true,
      },
      'SCHEMA_VALIDATION_FAILED: The value is not valid: Invalid input: expected "INLINE" at /States/S/ItemProcessor/ProcessorConfig/Mode',
    ],
    [
      { Type: 'Wait', Seconds: 1, Timestamp: '2026-01-01T00:00:00Z', End: true },
      "SCHEMA_VALIDATION_FAILED: Exactly one of 'Seconds' and 'Timestamp' is required at /States/S",
    ],
    [
      { Type: 'Wait', Timestamp: 'tomorrow', End: true },
      'SCHEMA_VALIDATION_FAILED: The value is not an ISO-8601 extended offset date-time at /States/S/Timestamp',
    ],
    [
      { ...end, Assign: { states: 1 } },
      "SCHEMA_VALIDATION_FAILED: The variable 'states' is reserved at /States/S/Assign/states",
    ],
    [{ Type: 'Pass' }, 'SCHEMA_VALIDATION_FAILED: These fields are required: [Next] or [End] at /States/S'],
    [
      { Type: 'Activity', End: true },
      'SCHEMA_VALIDATION_FAILED: Value is not one of: [Pass, Task, Choice, Wait, Succeed, Fail, Parallel, Map] at /States/S/Type',
    ],
    [{ End: true }, 'SCHEMA_VALIDATION_FAILED: These fields are required: [Type] at /States/S'],
  ])('%j', (state, expected) => {
    expect(one(state)[0]).toBe(expected);
  });
});

describe('expressions', () => {
  const output = (source: string) => one({ ...end, Output: { v: `{% ${source} %}` } });

  test.each([
    ['1 +', 'INVALID_JSONATA_EXPRESSION: Unexpected end of expression'],
    ['phone', "UNSUPPORTED_JSONATA_EXPRESSION: Reference to 'phone' at the top level is not supported."],
    [
      '$sum(lines.amount)',
      "UNSUPPORTED_JSONATA_EXPRESSION: Reference to 'lines' at the top level is not supported.",
    ],
    ['$$.a', "UNSUPPORTED_JSONATA_EXPRESSION: Reference to '$$' at the top level is not supported."],
    [
      '$states.errorOutput.Error',
      "UNSUPPORTED_JSONATA_EXPRESSION: Reference to '$states.errorOutput' is only supported in 'Catch'.",
    ],
  ])('%s is refused', (source, expected) => {
    expect(output(source)).toEqual([`${expected} at /States/S/Output/v`]);
  });

  test.each([
    '$states.input.lines[amount > 3].name',
    '$states.input.lines.(amount * 2)',
    '$map($states.input.lines, function($line) { $line.amount })',
    '$states.input.lines^(>amount)',
    '[1, 2, 3][$ > 1]',
    '$states.input{name: $sum(amount)}',
    '$states.input ~> |lines|{"seen": true}|',
  ])('%s is accepted', (source) => {
    expect(output(source)).toEqual([]);
  });
});
