/**
 * Milliseconds this thread has computed for the work: its own time, so that what else the machine does meanwhile does
 * not count. Nothing else may go on in the thread.
 */
export async function cpuMsOf(work: () => unknown): Promise<number> {
  const begun = process.threadCpuUsage();
  await work();
  const { user, system } = process.threadCpuUsage(begun);
  return (user + system) / 1_000;
}
