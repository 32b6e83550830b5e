import { table } from '#tools/terminal/table.js';
import { runTool } from '#tools/terminal/run-tool.js';
import { Fault } from '#tools/stack/fault.js';
import { parseMutantsArguments, usage, type MutantsArguments } from './arguments.js';
import { findRot } from './find-rot.js';
import { projectOf, type Mutant } from './guard.js';
import { startIntServices } from './int-services.js';
import { readMutants } from './read-mutants.js';
import type { Verdict } from './judge.js';
import { ScratchCopy } from './scratch-copy.js';
import { tryAll, type Tried } from './try-all.js';

/** Characters of the last column; the most specific part of a path is at its end. */
const maxWidth = 90;

const say = (line: string) => console.log(line);
const root = process.cwd();

/** Aborted by Ctrl-C. */
function untilTold(): AbortSignal {
  const told = new AbortController();
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(name, () => told.abort(new Fault(`stopped by ${name}`)));
  }
  return told.signal;
}

async function run({ list, jobs, picks }: MutantsArguments): Promise<void> {
  const mutants = (await readMutants(root)).filter(picks);
  if (mutants.length === 0) throw new Fault('There is no such guard.');
  if (list) return say(table(['promise', 'guard', 'file', 'test'], mutants.map(toRow)).text);
  const rot = findRot(root, mutants);
  if (rot.length > 0) throw new Fault(rot.join('\n'));

  const signal = untilTold();
  const ends: (() => Promise<void>)[] = [];
  try {
    const copies: ScratchCopy[] = [];
    for (let job = 0; job < Math.min(jobs, mutants.length); job += 1) {
      const copy = await ScratchCopy.make(root);
      copies.push(copy);
      ends.push(() => copy.remove());
    }
    const needsServices = mutants.some(({ test }) => projectOf(test) === 'int');
    const services = needsServices ? await startIntServices(root, { say, signal }) : undefined;
    if (services) ends.push(() => services.stop());
    report(await tryAll(copies, mutants, { services: services?.env ?? {}, signal, say }));
  } finally {
    for (const end of ends.toReversed()) await end();
  }
}

const toRow = ({ promise, guard, file, test }: Mutant) => [promise, guard, file, test];

function report(tried: Tried[]): void {
  const rows = tried.map(({ mutant, verdict, seconds }) => [
    ...[mutant.promise, mutant.guard, verdict.kind],
    ...[seconds, clipped(reasonOf(verdict, mutant))],
  ]);
  say(`\n${table(['promise', 'guard', '', 's', 'by'], rows).text}\n`);
  const killed = tried.filter(({ verdict }) => verdict.kind === 'killed').length;
  const voids = tried.filter(({ verdict }) => verdict.kind === 'void').length;
  if (voids > 0) say(`${voids} could not be judged`);
  say(`${killed} killed, ${tried.length - killed - voids} survived`);
  if (killed < tried.length) process.exitCode = 1;
}

const reasonOf = (verdict: Verdict, { test }: Mutant) =>
  verdict.kind === 'killed' ? verdict.by : verdict.kind === 'void' ? verdict.reason : `all of ${test} pass`;

const clipped = (text: string) => (text.length > maxWidth ? `…${text.slice(1 - maxWidth)}` : text);

await runTool({ usage, parse: parseMutantsArguments, run });
