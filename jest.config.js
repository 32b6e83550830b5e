const transform = {
  '^.+\\.ts$': [
    '@swc/jest',
    {
      swcrc: false,
      sourceMaps: 'inline',
      jsc: {
        target: 'es2024',
        parser: { syntax: 'typescript', decorators: true },
        transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
      },
      module: { type: 'es6' },
    },
  ],
};

const project = (displayName, suffix, more = {}) => ({
  displayName,
  rootDir: import.meta.dirname,
  roots: ['<rootDir>/apps', '<rootDir>/libs', '<rootDir>/tools', '<rootDir>/test'],
  testMatch: [`**/*.${suffix}.ts`],
  transform,
  extensionsToTreatAsEsm: ['.ts'],
  moduleNameMapper: {
    '^#tools/(.*)\\.js$': '<rootDir>/tools/$1.ts',
    '^#lib/(.*)\\.js$': '<rootDir>/apps/web/src/lib/$1.ts',
    '^#(commands|contracts|decider|event-store|http|identity|installation|kafka|keyring|known-people|operation|policy|postgres|process|projection|read-models|redis|rendering|testing|thesaurus)/(.*)\\.js$':
      '<rootDir>/libs/$1/src/$2.ts',
    '^(\\.{1,2}/.*)\\.js$': '$1',
  },
  ...more,
});

const stack = {
  globalSetup: '<rootDir>/libs/testing/src/jest/start-backing-services.ts',
  globalTeardown: '<rootDir>/libs/testing/src/jest/stop-backing-services.ts',
};

export default {
  projects: [
    project('spec', 'spec'),
    project('int', 'int-spec', stack),
    project('containers', 'containers-spec'),
    project('e2e', 'e2e-spec', {
      globalSetup: '<rootDir>/test/e2e/start-system.ts',
      globalTeardown: '<rootDir>/test/e2e/stop-system.ts',
    }),
  ],
  testTimeout: 30_000,
  reporters: [['default', { summaryThreshold: 1 }]],
};
