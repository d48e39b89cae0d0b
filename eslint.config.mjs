// The house's lint rules. Layout belongs to prettier and imports between rooms to .dependency-cruiser.mjs;
// here stand the mistakes that compile and hurt later: promises nobody waits for, holes in a switch, floats near money.
import { defineConfig } from 'eslint/config';
import prettier from 'eslint-config-prettier';
import tseslint from 'typescript-eslint';

const specs = ['**/*.spec.ts', '**/testing/**/*.ts'];

/** What TypeScript alone lets pass. Each rule needs types, and each has bitten a project that moves money. */
const typed = {
  '@typescript-eslint/no-floating-promises': 'error',
  '@typescript-eslint/no-misused-promises': 'error',
  '@typescript-eslint/await-thenable': 'error',
  '@typescript-eslint/return-await': ['error', 'error-handling-correctness-only'],
  '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
  '@typescript-eslint/no-explicit-any': 'error',
  '@typescript-eslint/only-throw-error': 'error',
  '@typescript-eslint/prefer-promise-reject-errors': 'error',
  '@typescript-eslint/no-deprecated': 'error',
  '@typescript-eslint/require-array-sort-compare': ['error', { ignoreStringArrays: true }],
  // Numbers, flags and the house's own values print as one expects; another object in a sentence is "[object Object]".
  '@typescript-eslint/restrict-template-expressions': [
    'error',
    {
      allowNumber: true,
      allowBoolean: true,
      allow: [{ from: 'file', name: ['Money', 'Rate'] }],
    },
  ],
  '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
  // A Nest module is a class whose whole content is its decorator.
  '@typescript-eslint/no-extraneous-class': ['error', { allowWithDecorator: true }],
};

/** A pure library is given the time, chance and its numbers; it never looks for them itself. */
const purity = {
  'no-restricted-globals': [
    'error',
    { name: 'parseFloat', message: 'Amounts and rates are exact: use Money, Rate or BigInt.' },
    { name: 'process', message: 'A library knows no environment: pass what it needs as an argument.' },
    { name: 'fetch', message: 'A library does no input or output.' },
    { name: 'setTimeout', message: 'A library knows no clock.' },
    { name: 'setInterval', message: 'A library knows no clock.' },
  ],
  'no-restricted-properties': [
    'error',
    { object: 'Math', property: 'random', message: 'Chance is an argument: a simulation must be repeatable.' },
    { object: 'Number', property: 'parseFloat', message: 'Amounts and rates are exact: use Money, Rate or BigInt.' },
    { object: 'Date', property: 'now', message: 'Time is an argument: law depends on the day it is asked for.' },
    { object: 'performance', property: 'now', message: 'Time is an argument.' },
  ],
  'no-restricted-syntax': [
    'error',
    {
      selector: "NewExpression[callee.name='Date'][arguments.length=0]",
      message: 'Time is an argument: law depends on the day it is asked for.',
    },
    {
      selector: "MemberExpression[property.name='toFixed']",
      message: 'toFixed rounds a float: Money and Rate print themselves exactly.',
    },
  ],
};

/** Rules of the strict preset that this house does without, each with its reason. */
const without = {
  // Nest reads constructor types when the program runs: such a class must be imported as a value.
  '@typescript-eslint/consistent-type-imports': 'off',
  // A handler or a port may be asynchronous by contract although this one has nothing to wait for.
  '@typescript-eslint/require-await': 'off',
  // `() => release()` reads better than a block around one call.
  '@typescript-eslint/no-confusing-void-expression': 'off',
  // An index that the line before has checked is clearer with `!` than with a branch that cannot happen.
  '@typescript-eslint/no-non-null-assertion': 'off',
  // Checks at the doors guard against what the types promise and the outside does not keep.
  '@typescript-eslint/no-unnecessary-condition': 'off',
  // A type parameter used once still names what the caller receives, as in `query<Row>(…)`.
  '@typescript-eslint/no-unnecessary-type-parameters': 'off',
  // Objects of functions are passed around in pieces here, and none of them looks at `this`.
  '@typescript-eslint/unbound-method': 'off',
  // Nest's own options are classes that everybody fills in as plain objects.
  '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
};

export default defineConfig(
  { ignores: ['**/node_modules/', '**/dist/', '.passerelle/', 'coverage/'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    files: ['**/*.ts', '**/*.tsx'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: { ...typed, ...without },
  },
  {
    files: ['**/*.ts', '**/*.tsx', '**/*.mjs'],
    rules: {
      eqeqeq: ['error', 'always'],
      'no-var': 'error',
      'prefer-const': 'error',
      'no-console': 'error',
      'no-constant-binary-expression': 'error',
      'no-self-compare': 'error',
      'no-template-curly-in-string': 'error',
      'no-unreachable-loop': 'error',
      'no-loss-of-precision': 'error',
      'no-eval': 'error',
      'no-implied-eval': 'error',
      'array-callback-return': 'error',
      'default-case-last': 'error',
    },
  },
  { files: ['libs/**/*.ts'], ignores: specs, rules: purity },
  // The launcher, the checks and the generators talk to the person who started them.
  { files: ['apps/sandbox/**', '**/*.mjs'], rules: { 'no-console': 'off' } },
  {
    // Answers of a door are read as plain JSON in a spec, and the expectation that follows checks their shape.
    files: specs,
    rules: {
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
    },
  },
  { files: ['**/*.mjs'], rules: { 'no-unused-vars': 'error', 'no-unreachable': 'error', 'no-dupe-keys': 'error' } },
  prettier,
);
