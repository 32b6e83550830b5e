import { projectOf, type Mutant, type TestProject } from './guard.js';
import { judge } from './judge.js';
import { runTests } from './run-tests.js';
import type { ScratchCopy } from './scratch-copy.js';
import type { Surroundings } from './try-mutant.js';

const maxMs = 20 * 60_000;

/** Runs the tests of all mutants on the unchanged code. @returns why they cannot judge; empty if all pass. */
export async function tryUnmutated(
  copy: ScratchCopy,
  mutants: Mutant[],
  { services, signal }: Surroundings,
): Promise<string[]> {
  const troubles: string[] = [];
  for (const { project, files, named } of runsOf(mutants)) {
    const run = { project, files, ...(named.length > 0 && { named }) };
    try {
      const verdict = judge(await runTests({ ...run, folder: copy.folder, services, signal, timeoutMs: maxMs }));
      if (verdict.kind === 'killed') troubles.push(`${verdict.by} fails without any mutant`);
      if (verdict.kind === 'void') troubles.push(`${project}: ${verdict.reason}`);
    } catch (error) {
      signal.throwIfAborted();
      troubles.push(`${project}: ${(error as Error).message}`);
    }
  }
  return troubles;
}

interface Run {
  project: TestProject;
  files: string[];
  named: string[];
}

/** For each project one run of whole files, and one of named tests in the others. */
function runsOf(mutants: Mutant[]): Run[] {
  const whole = new Set(mutants.filter(({ named }) => named === undefined).map(({ test }) => test));
  const groups = Map.groupBy(mutants, ({ test }) => `${projectOf(test)} ${whole.has(test) ? 'whole' : 'named'}`);
  return [...groups.values()].map((group) => ({
    project: projectOf(group[0]?.test ?? ''),
    files: [...new Set(group.map(({ test }) => test))],
    named: [...new Set(group.flatMap(({ test, named }) => (whole.has(test) || !named ? [] : [named])))],
  }));
}
