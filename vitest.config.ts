import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["tests/**/*.test.ts"],
    exclude: ["**/node_modules/**", "**/fixtures/**"],
    // RuleTester takes describe/it/afterAll from the globals.
    globals: true,
    // Two cores are the norm where this runs; more workers only fight over them.
    maxWorkers: 2,
    testTimeout: 20_000,
    // tests/package installs packages before its tests.
    hookTimeout: 120_000,
  },
});
