import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['{functions,infra,workflows,test,bench}/**/*.test.ts'],
    // The real database server and the real engine are started by tests: two files at a time suit two cores.
    maxWorkers: 2,
    testTimeout: 30_000,
    hookTimeout: 30_000,
    execArgv: ['--disable-warning=ExperimentalWarning'],
  },
});
