import eslint from '@eslint/js';
import { createNodeResolver, importX } from 'eslint-plugin-import-x';
import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';

/** Imports flow one way: contracts <- rules <- store <- tasks, api <- infra. See DESIGN section 2. */
const zone = (folder: string, except: readonly string[], message: string) => ({
  target: `./functions/${folder}`,
  from: './functions',
  except: except.map((name) => `./${name}`),
  message,
});

const tests = ['**/*.test.ts', 'test/**', 'bench/**'];

export default defineConfig(
  { ignores: ['node_modules/**', '.data/**', 'coverage/**', 'dist/**'] },
  eslint.configs.recommended,
  tseslint.configs.strictTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: true } },
    plugins: { 'import-x': importX },
    settings: { 'import-x/resolver-next': [createNodeResolver({ extensions: ['.ts', '.js', '.json'] })] },
    rules: {
      complexity: ['error', 8],
      'max-lines': ['error', { max: 250, skipBlankLines: true, skipComments: true }],
      'no-console': 'error',
      'import-x/no-cycle': 'error',
      'import-x/no-default-export': 'error',
      'import-x/no-restricted-paths': [
        'error',
        {
          zones: [
            // The list of instruments is the one door from contracts to rules: a claim's shape stands in its folder.
            zone(
              'contracts',
              ['contracts', 'rules/instruments.ts', 'rules/instrument-definition.ts'],
              'Contracts import nothing of ours but the list of instruments.',
            ),
            zone('rules', ['rules', 'contracts'], 'Rules are pure: contracts and other rules only.'),
            zone('platform', ['platform', 'contracts'], 'Platform decides nothing and stores nothing.'),
            zone(
              'store',
              ['store', 'contracts', 'rules', 'platform'],
              'A store never calls a task or an operation.',
            ),
            zone(
              'tasks',
              ['tasks', 'store', 'contracts', 'rules', 'platform'],
              'A task never calls an HTTP operation.',
            ),
            zone(
              'api',
              ['api', 'store', 'contracts', 'rules', 'platform'],
              'An HTTP operation never calls a task.',
            ),
            {
              target: './functions',
              from: './infra',
              message: 'Nothing in functions/ knows what it runs on.',
            },
            {
              target: './infra/local/states',
              from: './functions',
              message: 'The engine knows nothing about subsidies.',
            },
          ],
        },
      ],
      '@typescript-eslint/consistent-type-assertions': ['error', { assertionStyle: 'never' }],
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/consistent-type-definitions': ['error', 'type'],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
    },
  },
  {
    // Time comes with the event, never from a clock of the function's own (docs/adr/0004).
    files: ['functions/**'],
    ignores: ['**/*.test.ts'],
    rules: {
      'no-restricted-properties': [
        'error',
        { object: 'Date', property: 'now', message: 'Time comes with the event.' },
        { object: 'Math', property: 'random', message: 'Chance is passed in.' },
        { object: 'process', property: 'env', message: 'Only the platform reads the environment.' },
      ],
    },
  },
  { files: ['functions/platform/**'], rules: { 'no-restricted-properties': 'off' } },
  {
    files: ['functions/rules/**', 'functions/contracts/**'],
    ignores: ['**/*.test.ts'],
    rules: {
      'no-restricted-globals': ['error', 'Date', 'process', 'fetch', 'console'],
      'no-restricted-imports': ['error', { patterns: ['node:*', '@aws-*', '@middy/*'] }],
    },
  },
  {
    files: tests,
    rules: {
      'max-lines': 'off',
      'no-console': 'off',
      '@typescript-eslint/consistent-type-assertions': 'off',
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
    },
  },
  { files: ['*.config.ts'], rules: { 'import-x/no-default-export': 'off' } },
);
