/**
 * Milliseconds of CPU time that this thread spends on the work, so that a busy machine does not count. Nothing else may run
 * in the thread.
 */
export async function cpuMsOf(work: () => unknown): Promise<number> {
  const begun = process.threadCpuUsage();
  await work();
  const { user, system } = process.threadCpuUsage(begun);
  return (user + system) / 1_000;
}
