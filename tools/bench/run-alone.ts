import { endAll } from './endings.js';

/** Runs a benchmark that is a program of its own; the exit code says whether it passed. A signal ends what it began. */
export async function runAlone(run: () => Promise<boolean>): Promise<void> {
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.on(signal, () => void endAll().then(() => process.exit(1)));
  try {
    process.exitCode = (await run()) ? 0 : 1;
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  } finally {
    await endAll();
  }
}
