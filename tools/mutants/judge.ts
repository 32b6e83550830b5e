/** The parts of Jest's `--json` result that are read. */
export interface JestResult {
  numPassedTests: number;
  numFailedTests: number;
  testResults: {
    name: string;
    message: string;
    assertionResults: { fullName: string; status: string }[];
  }[];
}

export type Verdict =
  | { kind: 'killed'; /** The test that failed first. */ by: string }
  | { kind: 'survived' }
  /** The run showed nothing. */
  | { kind: 'void'; reason: string };

/** The verdict of the tests on a mutant. A mutant that does not load is not killed: no test ran its code. */
export function judge(result: JestResult): Verdict {
  const unloaded = result.testResults.find(({ assertionResults }) => assertionResults.length === 0);
  if (unloaded) return { kind: 'void', reason: `the test did not load: ${firstLine(unloaded.message)}` };
  const all = result.testResults.flatMap(({ assertionResults }) => assertionResults);
  const failed = all.find(({ status }) => status === 'failed');
  if (failed) return { kind: 'killed', by: failed.fullName };
  if (result.numPassedTests === 0) return { kind: 'void', reason: 'no test ran' };
  return { kind: 'survived' };
}

const firstLine = (message: string) =>
  message
    .replaceAll(/\u001b\[\d*m/g, '')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('●'))[0] ?? 'it says nothing';
