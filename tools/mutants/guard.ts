/** A guard that is removed to see whether a test fails. */
export interface Guard {
  /** What it ensures, in one sentence. */
  guard: string;
  /** Path from the root of the checkout. */
  file: string;
  /** The source text, which occurs exactly once in the file. */
  from: string;
  /** The source text without the guard. The file must still load. */
  to: string;
  /** The file of the smallest test that fails without it, and a part of the test's name if others in the file are slow. */
  test: string;
  named?: string;
}

/** The default export of a file in `test/mutants`. */
export interface PromiseGuards {
  promise: number;
  guards: Guard[];
}

/** A guard, with the promise that depends on it. */
export interface Mutant extends Guard {
  promise: number;
}

export type TestProject = 'spec' | 'int' | 'e2e';

/** The Jest project of a test file, by its suffix. */
export const projectOf = (test: string): TestProject =>
  test.endsWith('.e2e-spec.ts') ? 'e2e' : test.endsWith('.int-spec.ts') ? 'int' : 'spec';
