import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['{functions,infra,workflows,test,bench}/**/*.test.ts'],
    // The real database server and the real engine are started by tests: two files at a time suit two cores.
    maxWorkers: 2,
    // A limit for what hangs, not for what is slow: the machine may be full of other work.
    testTimeout: 180_000,
    hookTimeout: 180_000,
    execArgv: ['--disable-warning=ExperimentalWarning'],
  },
});
