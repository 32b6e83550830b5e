import svelte from 'eslint-plugin-svelte';
import tseslint from 'typescript-eslint';

export default tseslint.config(
  { ignores: ['dist/', 'node_modules/', '.data/', '.cache/', 'coverage/', '**/.svelte-kit/'] },
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowBoolean: true }],
      '@typescript-eslint/no-confusing-void-expression': 'off',
      '@typescript-eslint/consistent-type-definitions': 'off',
      '@typescript-eslint/unbound-method': 'off',
      'no-console': 'error',
      'max-lines': ['error', 250],
    },
  },
  {
    files: ['apps/**/*.ts', 'libs/**/*.ts'],
    rules: {
      'no-restricted-syntax': [
        'error',
        {
          selector: 'AssignmentExpression[left.type="MemberExpression"][right.type=/FunctionExpression$/]',
          message:
            'Such a function is born old, and keeps all it sees until a full collection; see docs/performance.md.',
        },
      ],
    },
  },
  {
    // A fold says of each event type what it does with it: a new one does not pass until it does.
    files: ['**/*.decider.ts', '**/*.state.ts'],
    rules: {
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: false, allowDefaultCaseForExhaustiveSwitch: false },
      ],
    },
  },
  {
    // A slice is short: what it looks up and what it decides have files of their own.
    files: ['apps/{articles,comments,users}/src/**/*.controller.ts'],
    rules: { 'max-lines-per-function': ['error', { max: 25, skipBlankLines: true, skipComments: true }] },
  },
  {
    files: ['tools/**/*.ts', 'test/**/*.ts'],
    rules: {
      'no-console': 'off',
      // say`…` and tell`…` print.
      '@typescript-eslint/no-unused-expressions': ['error', { allowTaggedTemplates: true }],
    },
  },
  ...svelte.configs.recommended,
  {
    files: ['apps/web/src/**/*.svelte', 'apps/web/src/**/*.svelte.ts'],
    languageOptions: { parserOptions: { parser: tseslint.parser, extraFileExtensions: ['.svelte'] } },
    rules: {
      // Addresses are paths of ours, or were checked: pages are documents, and nothing navigates within them.
      'svelte/no-navigation-without-resolve': 'off',
      // `{' '}` is a space that the compiler keeps.
      'svelte/no-useless-mustaches': 'off',
      'max-lines': ['error', 250],
      // Both write styles into elements, which the policy of the pages forbids.
      'no-restricted-syntax': [
        'error',
        { selector: 'SvelteDirective[kind="Transition"]', message: 'It writes inline styles; animate by a class.' },
        { selector: 'SvelteStyleDirective', message: 'It writes an inline style; use a class.' },
        { selector: 'SvelteAttribute[key.name="style"]', message: 'An inline style; use a class.' },
      ],
    },
  },
);
