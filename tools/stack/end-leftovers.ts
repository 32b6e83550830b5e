import { isRunning, type ProcessIdentity } from './process-identity.js';
import { waitUntil } from './wait-until.js';

const politelyMs = 10_000;

/** Ends processes that a killed supervisor left running, by name: first the services, then the servers they depend on. */
export async function endLeftovers(processes: Record<string, ProcessIdentity>): Promise<void> {
  const { postgres, kafka, redis, ...services } = processes;
  await Promise.all(Object.values(services).map((each) => end(each, 'SIGTERM')));
  if (redis) await end(redis, 'SIGTERM');
  if (kafka) await end(kafka, 'SIGTERM');
  if (postgres) await end(postgres, 'SIGINT');
}

async function end(identity: ProcessIdentity, signal: NodeJS.Signals): Promise<void> {
  const gone = () => Promise.resolve(!isRunning(identity));
  const what = `process ${identity.pid} to end`;
  if (await gone()) return;
  send(identity.pid, signal);
  try {
    await waitUntil(gone, { what, timeoutMs: politelyMs });
  } catch {
    send(-identity.pid, 'SIGKILL');
    await waitUntil(gone, { what, timeoutMs: politelyMs });
  }
}

function send(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}
