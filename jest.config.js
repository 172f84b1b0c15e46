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
  coverageProvider: 'babel',
  reporters: ['default', '<rootDir>/.ci/print-counts.js'],
};
