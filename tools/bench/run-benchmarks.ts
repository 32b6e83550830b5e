import type { BenchArguments, BenchmarkName } from './arguments.js';
import type { Benchmark } from './benchmark.js';
import { startCopy } from './copy.js';
import { atTheEnd } from './endings.js';
import type { Figure } from './figure.js';
import { measureMemory } from './memory/measure-memory.js';
import { measurePosting } from './post/measure-posting.js';
import { say } from './progress.js';
import { measureProjection } from './projection/measure-projection.js';
import { measureReads } from './reads/measure-reads.js';
import { measureRelay } from './relay/measure-relay.js';
import { measureLive } from './live/measure-live.js';
import { makeDataFolder } from './data-folder.js';
import { measureImport } from './import/measure-import.js';
import { measureSignIn } from './sign-in/measure-sign-in.js';
import { measureSignedIn } from './signed-in/measure-signed-in.js';
import { measureSite } from './site/measure-site.js';
import { measureStart } from './start/measure-start.js';
import { measureThesaurus } from './thesaurus/measure-thesaurus.js';

const benchmarks: Record<BenchmarkName, Benchmark> = {
  relay: measureRelay,
  projection: measureProjection,
  post: measurePosting,
  reads: measureReads,
  'signed-in': measureSignedIn,
  'sign-in': measureSignIn,
  site: measureSite,
  live: measureLive,
  thesaurus: measureThesaurus,
  import: measureImport,
  memory: measureMemory,
  start: measureStart,
};

/** Starts a copy of everything and measures what was asked for, one after the other. */
export async function runBenchmarks({ only, rounds }: BenchArguments): Promise<Figure[]> {
  const folder = await makeDataFolder();
  say('starting a copy of everything with npm start');
  const copy = await startCopy(folder);
  atTheEnd(() => copy.stop());
  const figures: Figure[] = [];
  for (const name of only) {
    say(`measuring: ${name}`);
    figures.push(...(await benchmarks[name]({ copy, rounds })));
  }
  return figures;
}
