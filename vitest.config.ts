import { defineConfig } from 'vitest/config';

const pure = 'functions/{rules,contracts}/**/*.test.ts';

export default defineConfig({
  test: {
    // The real database server and the real engine are started by tests: two files at a time suit two cores.
    maxWorkers: 2,
    // A limit for what hangs, not for what is slow: the machine may be full of other work.
    testTimeout: 180_000,
    hookTimeout: 180_000,
    execArgv: ['--disable-warning=ExperimentalWarning'],
    projects: [
      // Pure code holds no state between files, so they share what they import.
      { extends: true, test: { name: 'rules', include: [pure], isolate: false } },
      {
        extends: true,
        test: {
          name: 'desk',
          setupFiles: ['test/support/quiet.ts'],
          include: ['{functions,infra,workflows,test,bench}/**/*.test.ts'],
          exclude: [pure, '**/node_modules/**'],
        },
      },
    ],
  },
});
