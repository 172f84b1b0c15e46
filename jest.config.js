import { availableParallelism } from 'node:os';

/** @type {import('jest').Config} */
export default {
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts'],
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      { jsc: { parser: { syntax: 'typescript' }, target: 'es2023' }, module: { type: 'es6' } },
    ],
  },
  testMatch: ['<rootDir>/test/**/*.test.ts'],
  // Copies of the project (a checkout for the demo, a build) are not part of it.
  modulePathIgnorePatterns: ['<rootDir>/dist/'],
  // A third of a test's time is waiting for git, databases and other processes: of two cores, two workers leave half of one idle.
  maxWorkers: Math.ceil(1.5 * availableParallelism()),
  // A busy machine takes its time for git and for processes; how long they take is asserted nowhere, only that they end.
  testTimeout: 120_000,
  coverageProvider: 'babel',
  testSequencer: '<rootDir>/.ci/slow-first.js',
  reporters: ['default', '<rootDir>/.ci/print-counts.js'],
};
