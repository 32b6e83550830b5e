import type { SupervisedProcess } from './supervised-process.js';

/** Starts processes in parallel and waits until each is ready. @throws the signal's reason if that comes first. */
export async function startAll(processes: SupervisedProcess[], signal?: AbortSignal): Promise<void> {
  signal?.throwIfAborted();
  const aborted = Promise.withResolvers<never>();
  const abort = () => aborted.reject(signal?.reason as Error);
  signal?.addEventListener('abort', abort, { once: true });
  try {
    await Promise.race([Promise.all(processes.map((each) => each.start())), aborted.promise]);
  } finally {
    signal?.removeEventListener('abort', abort);
  }
}
