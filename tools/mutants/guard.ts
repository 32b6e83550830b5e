/** A guard that is taken out to see whether a test notices. */
export interface Guard {
  /** What it keeps, in one sentence. */
  guard: string;
  /** From the root of the checkout. */
  file: string;
  /** The source as it is, exactly once in the file. */
  from: string;
  /** The source without the guard. It must still load. */
  to: string;
  /** The file of the smallest test that fails without it, and a part of the test's name where others of the file are slow. */
  test: string;
  named?: string;
}

/** What a file of `test/mutants` has as its default export. */
export interface PromiseGuards {
  promise: number;
  guards: Guard[];
}

/** A guard, with the promise that hangs on it. */
export interface Mutant extends Guard {
  promise: number;
}

export type TestProject = 'spec' | 'int' | 'e2e';

/** The Jest project of a test file, by its suffix. */
export const projectOf = (test: string): TestProject =>
  test.endsWith('.e2e-spec.ts') ? 'e2e' : test.endsWith('.int-spec.ts') ? 'int' : 'spec';
