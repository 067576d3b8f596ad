/** Tests run the TypeScript sources directly; swc strips the types (see docs/decisions/0002-toolchain.md). */
export default {
  testEnvironment: '<rootDir>/tests/support/plain-environment.mjs',
  testSequencer: '<rootDir>/tests/support/longest-first.mjs',
  // jest would leave one processor to itself, and has next to nothing to do there
  maxWorkers: '100%',
  // no test measures speed: a machine that is busy with something else must not fail one
  testTimeout: 60_000,
  roots: ['<rootDir>/tests'],
  extensionsToTreatAsEsm: ['.ts'],
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      {
        jsc: { parser: { syntax: 'typescript' }, target: 'es2022', experimental: { keepImportAttributes: true } },
        module: { type: 'es6' },
      },
    ],
  },
};
