import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';

const edge = ['src/adapters/**', 'src/cli/**', 'src/sandbox/**', 'src/main.ts', 'src/action.ts'];

/** What makes a result depend on more than the arguments. */
const impure = {
  globals: ['fetch', 'process', 'performance', 'setTimeout', 'setInterval', 'setImmediate'].map((name) => ({
    name,
    message: 'Effects live at the edge: take it as an argument or describe it in src/ports.ts.',
  })),
  properties: [
    ['Date', 'now'],
    ['Math', 'random'],
  ].map(([object, property]) => ({ object, property, message: 'Take the instant, or the choice, as an argument.' })),
  syntax: [
    {
      selector: "NewExpression[callee.name='Date'][arguments.length=0]",
      message: 'Reads the clock: take the instant as an argument.',
    },
  ],
};

export default defineConfig(
  { ignores: ['dist', 'coverage', '**/*.generated.ts'] },
  tseslint.configs.strictTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: true } },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-empty-object-type': ['error', { allowInterfaces: 'with-single-extends' }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      'no-console': 'error',
      eqeqeq: 'error',
    },
  },
  { files: ['**/*.js', '**/*.mjs', '**/*.cjs'], extends: [tseslint.configs.disableTypeChecked] },
  {
    files: ['src/**'],
    ignores: edge,
    rules: {
      'no-restricted-globals': ['error', ...impure.globals],
      'no-restricted-properties': ['error', ...impure.properties],
      'no-restricted-syntax': ['error', ...impure.syntax],
    },
  },
  {
    files: ['src/**'],
    // Brands are made by assertion; the demo's other process is of this very program and writes this very type.
    ignores: ['src/shared/brand.ts', 'src/cli/demo/sandbox-client.ts'],
    rules: { '@typescript-eslint/consistent-type-assertions': ['error', { assertionStyle: 'never' }] },
  },
  {
    files: ['src/adapters/**'],
    rules: {
      'no-restricted-properties': [
        'error',
        {
          object: 'process',
          property: 'env',
          message: 'Only main and cli read the environment: take settings as arguments.',
        },
      ],
    },
  },
  { files: ['src/cli/**', 'bench/**', 'scripts/**', 'test/**'], rules: { 'no-console': 'off' } },
);
