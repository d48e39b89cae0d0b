// Pure libraries start in milliseconds; specs named *.db.spec.ts need PostgreSQL, *.e2e.spec.ts boot whole processes.
const shared = {
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts'],
  transform: { '^.+\\.ts$': ['@swc/jest'] },
  moduleNameMapper: {
    '^@passerelle/doors$': '<rootDir>/apps/doors/index.ts',
    '^@passerelle/doors/at-rest$': '<rootDir>/apps/doors/at-rest.ts',
    '^@passerelle/doors/config$': '<rootDir>/apps/doors/config/index.ts',
    '^@passerelle/(.*)$': '<rootDir>/libs/$1/index.ts',
    '^(\\.{1,2}/.*)\\.js$': '$1',
  },
  modulePathIgnorePatterns: ['<rootDir>/dist', '<rootDir>/.passerelle'],
};

export default {
  testSequencer: '<rootDir>/apps/sandbox/longest-first.mjs',
  projects: [
    {
      ...shared,
      displayName: 'pure',
      roots: ['<rootDir>/apps', '<rootDir>/libs'],
      testRegex: '\\.spec\\.ts$',
      testPathIgnorePatterns: ['\\.db\\.spec\\.ts$', '\\.e2e\\.spec\\.ts$', '/node_modules/'],
    },
    {
      ...shared,
      displayName: 'database',
      roots: ['<rootDir>/apps'],
      testRegex: '\\.db\\.spec\\.ts$',
    },
    {
      ...shared,
      displayName: 'processes',
      roots: ['<rootDir>/apps'],
      testRegex: '\\.e2e\\.spec\\.ts$',
    },
  ],
};
