/**
 * To be loaded first, by `node --import`: a signal ends the process at once while the service's modules are still loading.
 * As process 1 of a container it would otherwise ignore the signal, and be killed after the grace period.
 */
const end = () => process.exit(0);
const signals = ['SIGTERM', 'SIGINT'] as const;
for (const signal of signals) process.on(signal, end);

/** Removes these handlers; the caller installs its own. */
export function handSignalsOver(): void {
  for (const signal of signals) process.off(signal, end);
}
