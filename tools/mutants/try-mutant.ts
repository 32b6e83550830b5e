import { projectOf, type Mutant, type TestProject } from './guard.js';
import { judge, type Verdict } from './judge.js';
import { runTests } from './run-tests.js';
import type { ScratchCopy } from './scratch-copy.js';

/** Where mutants are tried. */
export interface Surroundings {
  /** Where running services are, for the tests that need them. */
  services: NodeJS.ProcessEnv;
  signal: AbortSignal;
}

const minute = 60_000;

/** Milliseconds that one mutant may take. */
export const limits: Record<TestProject, number> = { spec: minute, int: 3 * minute, e2e: 10 * minute };

/** Takes one guard out, and says what its test makes of it. */
export async function tryMutant(
  copy: ScratchCopy,
  mutant: Mutant,
  { services, signal }: Surroundings,
): Promise<Verdict> {
  const project = projectOf(mutant.test);
  const { folder } = copy;
  try {
    return await copy.while(mutant, async () => {
      // Some tests start processes of their own, and those run what is built.
      if (project !== 'spec') await copy.build(signal);
      const { test, named } = mutant;
      const wanted = { project, files: [test], ...(named !== undefined && { named: [named] }) };
      return judge(await runTests({ ...wanted, folder, services, signal, timeoutMs: limits[project] }));
    });
  } catch (error) {
    signal.throwIfAborted();
    return { kind: 'void', reason: (error as Error).message };
  }
}
