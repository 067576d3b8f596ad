import eslint from '@eslint/js';
import { defineConfig, globalIgnores } from 'eslint/config';
import { configs } from 'typescript-eslint';

/**
 * Files whose functions run once per packet. They allocate nothing: objects per packet cost twenty to forty times as
 * much as one reused view (docs/performance.md). What a module or a constructor makes once is free.
 */
const HOT_FILES = [
  'src/decode/**/*.ts',
  'src/flow/flow-table.ts',
  'src/flow/flow-rows.ts',
  'src/flow/icmp-track.ts',
  'src/flow/is-backward.ts',
  'src/flow/recent-packets.ts',
  'src/flow/packet-identities.ts',
  'src/flow/tcp-track.ts',
  'src/flow/translated-flows.ts',
];
/** Beside hot files, but run once per file, or only list names. */
const NOT_HOT = ['src/decode/**/*-{name,names,table,tally,log,view}.ts'];
/** Files with a loop per packet among functions that run once per file. */
const HOT_LOOPS = ['src/capture/**/*-reader.ts'];

const hotWords = {
  ObjectExpression: 'an object',
  ArrayExpression: 'an array',
  ArrowFunctionExpression: 'a closure',
  'FunctionExpression > FunctionExpression': 'a closure',
  SpreadElement: 'a spread',
  TemplateLiteral: 'a template string',
  ForOfStatement: 'an iterator',
  NewExpression: 'a new object',
  ThrowStatement: 'a throw',
  "CallExpression[callee.property.name='subarray']": 'a new view',
};

/** @param places selectors of the code that runs per packet */
function hotContract(places) {
  const restrictions = places.flatMap((place) =>
    Object.entries(hotWords).map(([word, what]) => ({
      selector: `${place} ${word}`,
      message: `${what} per packet: this code is hot, it allocates nothing and throws nothing (see eslint.config.js).`,
    })),
  );
  return { 'no-restricted-syntax': ['error', ...restrictions] };
}

export default defineConfig(
  globalIgnores(['node_modules', 'dist', '**/*.generated.*']),
  eslint.configs.recommended,
  {
    rules: {
      eqeqeq: 'error',
      'no-console': 'error',
      'no-var': 'error',
      'prefer-const': 'error',
      'object-shorthand': 'error',
    },
  },
  {
    files: ['**/*.{js,mjs,cjs}'],
    languageOptions: {
      globals: Object.fromEntries(
        [
          'process',
          'Buffer',
          'console',
          'module',
          'URL',
          'setInterval',
          'clearInterval',
          'setImmediate',
          'setTimeout',
          'clearTimeout',
          'performance',
        ].map((name) => [name, name === 'module' ? 'writable' : 'readonly']),
      ),
    },
  },
  {
    files: [
      '.ci/**',
      'tests/bench/**',
      'tests/fuzz/**',
      'tests/oracle/**',
      'tests/soak/**',
      'captures/**',
      'topology/**',
    ],
    rules: { 'no-console': 'off' },
  },
  {
    files: ['src/**/*.{ts,tsx}'],
    extends: [configs.strictTypeChecked, configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/explicit-module-boundary-types': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      // Numbers and named unions in messages are harmless; objects are not.
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowBoolean: true }],
      // A column that is not there reads as undefined; `?? 0` would hide it, `!` says that the bound was checked.
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/non-nullable-type-assertion-style': 'off',
      '@typescript-eslint/no-confusing-void-expression': [
        'error',
        { ignoreArrowShorthand: true, ignoreVoidReturningFunctions: true },
      ],
    },
  },
  {
    files: ['tests/**/*.ts'],
    extends: [configs.recommended],
    rules: {
      '@typescript-eslint/no-non-null-assertion': 'off',
    },
  },
  {
    files: HOT_FILES,
    ignores: NOT_HOT,
    rules: hotContract(['FunctionDeclaration', "MethodDefinition[kind!='constructor']"]),
  },
  {
    files: HOT_LOOPS,
    rules: hotContract([':matches(ForStatement, WhileStatement, DoWhileStatement) > BlockStatement']),
  },
);
