import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { managementPort, portsAround, replicaOffset, type Ports } from '#tools/stack/ports.js';

interface Stack {
  gatewayUrl: string;
  processes: Record<string, { pid: number }>;
}

/** A process of the system under test; `users-2` is the second copy of users. */
export interface Copy {
  name: string;
  pid: number;
  /** Its public address; undefined for a process that is not a service of ours. */
  url: string | undefined;
  /** Its management address: `/health` with details, and `/metrics`. */
  managementUrl: string | undefined;
}

/** A service's management address, by its public one. */
export function managementOf(url: string): string {
  const managed = new URL(url);
  managed.port = String(managementPort(Number(managed.port)));
  return managed.origin;
}

/** Every copy of one service, as the supervisor last started them. */
export async function copiesOf(service: string): Promise<Copy[]> {
  const data = process.env['E2E_DATA'];
  if (data === undefined) throw new Error('E2E_DATA is missing');
  const { gatewayUrl, processes } = JSON.parse(await readFile(join(data, 'stack.json'), 'utf8')) as Stack;
  const port = portsAround(gatewayUrl)[service as keyof Ports] as number | undefined;
  const copies = Object.entries(processes)
    .filter(([name]) => name === service || name.startsWith(`${service}-`))
    .map(([name, { pid }]) => {
      const own = port && port + (name === service ? 0 : replicaOffset);
      const url = own && `http://127.0.0.1:${own}`;
      return { name, pid, url, managementUrl: url && managementOf(url) };
    });
  if (copies.length === 0) throw new Error(`no ${service} runs`);
  return copies as Copy[];
}

/** The value of a metric without labels. @throws Error if the copy does not answer within half a second. */
export async function metricOf({ name, managementUrl }: Copy, metric: string): Promise<number> {
  const answer = await fetch(`${managementUrl}/metrics`, { signal: AbortSignal.timeout(500) });
  const [, value] = new RegExp(`^${metric} (\\S+)$`, 'm').exec(await answer.text()) ?? [];
  if (value === undefined) throw new Error(`${name} has no metric ${metric}`);
  return Number(value);
}

/** The copies of a service whose relay leads; a copy that does not answer is left out. */
export async function leadersOf(service: string): Promise<Copy[]> {
  const copies = await copiesOf(service);
  const leads = await Promise.all(copies.map((copy) => metricOf(copy, 'relay_leads').catch(() => 0)));
  return copies.filter((_, index) => leads[index] === 1);
}

/** The one copy of a service whose relay leads. @throws Error if none or several say so. */
export async function leaderOf(service: string): Promise<Copy> {
  const leaders = await leadersOf(service);
  const [leader] = leaders;
  if (!leader || leaders.length > 1) throw new Error(`${leaders.length} relays of ${service} lead`);
  return leader;
}
