import { withTimeout } from '#process/with-timeout.js';
import { parseBenchArguments, usage, type BenchArguments } from './arguments.js';
import { endAll } from './endings.js';
import type { Figure } from './figure.js';
import { runBenchmarks } from './run-benchmarks.js';
import { table } from './table.js';

const longestMs = 600_000;

function readArguments(): BenchArguments {
  try {
    return parseBenchArguments(process.argv.slice(2));
  } catch (error) {
    console.error(`${(error as Error).message}\n\n${usage}`);
    process.exit(2);
  }
}

const args = readArguments();
if (args.help) {
  console.log(usage);
  process.exit(0);
}

const stopped = Promise.withResolvers<never>();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => stopped.reject(new Error(`stopped by ${signal}`)));
}

let exitCode = 1;
try {
  const figures: Figure[] = await Promise.race([
    withTimeout(runBenchmarks(args), longestMs, 'the whole benchmark'),
    stopped.promise,
  ]);
  console.log(table(figures));
  exitCode = figures.every(({ passed }) => passed !== false) ? 0 : 1;
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  if (error instanceof Error && error.cause !== undefined) console.error(error.cause);
} finally {
  await endAll();
}
process.exit(exitCode);
