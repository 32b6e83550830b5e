/**
 * To be loaded before all else, by `node --import`: while a service's modules are still being read, a signal ends it at
 * once. Process 1 of a container would not hear of one otherwise, and be killed after its grace.
 */
const end = () => process.exit(0);
const signals = ['SIGTERM', 'SIGINT'] as const;
for (const signal of signals) process.on(signal, end);

/** From now on somebody else hears them. */
export function handSignalsOver(): void {
  for (const signal of signals) process.off(signal, end);
}
