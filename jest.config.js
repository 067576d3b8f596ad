/** Tests run the TypeScript sources directly; swc strips the types (see docs/decisions/0002-toolchain.md). */
export default {
  testEnvironment: 'node',
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
