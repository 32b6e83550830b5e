import { Fault } from '#tools/stack/fault.js';
import { projectOf, type Mutant } from './guard.js';
import type { Verdict } from './judge.js';
import type { ScratchCopy } from './scratch-copy.js';
import { tryMutant, type Surroundings } from './try-mutant.js';
import { tryUnmutated } from './try-unmutated.js';

export interface Tried {
  mutant: Mutant;
  verdict: Verdict;
  seconds: number;
}

/**
 * Checks that the tests pass on the unchanged code, then removes one guard after another, one in each copy at a time.
 * @returns the results, in the order of the list. @throws Fault if the tests fail before.
 */
export async function tryAll(
  copies: ScratchCopy[],
  mutants: Mutant[],
  surroundings: Surroundings & { say(line: string): void },
): Promise<Tried[]> {
  const { say, signal } = surroundings;
  const [first] = copies;
  if (!first) throw new Error('there is no copy to try mutants in');
  for (const copy of copies) await copy.build(signal);
  say('the tests of all guards, without any mutant');
  const troubles = await tryUnmutated(first, mutants, surroundings);
  if (troubles.length > 0) throw new Fault(troubles.join('\n'));

  const tried = new Map<Mutant, Tried>();
  const tryOne = async (copy: ScratchCopy, mutant: Mutant) => {
    const begunAt = performance.now();
    const verdict = await tryMutant(copy, mutant, surroundings);
    const seconds = Math.round((performance.now() - begunAt) / 1_000);
    tried.set(mutant, { mutant, verdict, seconds });
    say(`${tried.size}/${mutants.length} ${verdict.kind}, ${seconds} s: ${mutant.guard}`);
  };
  const isWhole = ({ test }: Mutant) => projectOf(test) === 'e2e';
  const queue = mutants.filter((mutant) => !isWhole(mutant));
  await Promise.all(
    copies.map(async (copy) => {
      for (let next = queue.shift(); next; next = queue.shift()) await tryOne(copy, next);
    }),
  );
  // Each of these starts the whole system.
  for (const mutant of mutants.filter(isWhole)) await tryOne(first, mutant);
  return mutants.flatMap((mutant) => tried.get(mutant) ?? []);
}
