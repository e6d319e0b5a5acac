import { describe, expect, test } from 'vitest';
import { readSettings } from './options.ts';

describe('what npm start takes', () => {
  test('without anything it is a practice desk on 127.0.0.1:8080 in .data', () => {
    expect(readSettings([], {})).toEqual({
      port: 8080,
      statesPort: 0,
      lambdaPort: 0,
      host: '127.0.0.1',
      dataDir: '.data',
      reset: false,
      sample: true,
    });
  });

  test('the environment is taken, an empty variable is none', () => {
    const env = {
      PORT: '9000',
      DATA_DIR: '/srv/desk',
      HOST: '',
      AWS_ENDPOINT_URL_DYNAMODB: 'http://127.0.0.1:8000',
    };
    expect(readSettings([], env)).toMatchObject({
      port: 9000,
      dataDir: '/srv/desk',
      host: '127.0.0.1',
      externalDatabaseUrl: 'http://127.0.0.1:8000',
    });
  });

  test('an option comes before the environment', () => {
    const args = ['--port', '7000', '--data=other', '--reset', '--no-sample'];
    expect(readSettings(args, { PORT: '9000', DATA_DIR: 'x' })).toMatchObject({
      port: 7000,
      dataDir: 'other',
      reset: true,
      sample: false,
    });
  });

  test('help is help', () => {
    expect(readSettings(['--help', '--port', 'x'], {})).toBe('help');
  });

  test.each([
    [['--prot', '1'], {}, /^Unknown option '--prot'\. See/],
    [['here'], {}, /Unexpected argument 'here'/],
    [['--port', 'many'], {}, /PORT is not a number/],
    [[], { PORT: '70000' }, /PORT is above 65535/],
    [[], { AWS_ENDPOINT_URL_DYNAMODB: 'localhost:8000' }, /AWS_ENDPOINT_URL_DYNAMODB is not a URL/],
  ])('%j with %j is refused in one line', (args, env, message) => {
    expect(() => readSettings(args, env)).toThrow(message);
    expect(() => readSettings(args, env)).not.toThrow(/\n/);
  });
});
