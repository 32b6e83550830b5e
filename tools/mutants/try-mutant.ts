import { projectOf, type Mutant, type TestProject } from './guard.js';
import { judge, type Verdict } from './judge.js';
import { runTests } from './run-tests.js';
import type { ScratchCopy } from './scratch-copy.js';

/** Where and how mutants are tried. */
export interface Surroundings {
  /** Addresses of running services, for the tests that need them. */
  services: NodeJS.ProcessEnv;
  signal: AbortSignal;
}

const minute = 60_000;

/** Upper bound of milliseconds for one mutant. */
export const limits: Record<TestProject, number> = { spec: minute, int: 3 * minute, e2e: 10 * minute };

/** Removes one guard, and returns the verdict of its test. */
export async function tryMutant(
  copy: ScratchCopy,
  mutant: Mutant,
  { services, signal }: Surroundings,
): Promise<Verdict> {
  const project = projectOf(mutant.test);
  const { folder } = copy;
  try {
    return await copy.while(mutant, async () => {
      // Some tests start processes of their own, which run the build.
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
