import { Fault } from './fault.js';
import { isRefusedByFetch } from './is-refused-by-fetch.js';
import { managementPort, portsFrom, replicaOffset, whyNot } from './ports.js';

export interface NeededPorts {
  /** The first of the block. */
  port: number;
  replicas: number;
  /** Whether the site is started; by default it is. */
  site?: boolean | undefined;
  /** Running servers, which need no port of the block. */
  postgresUrl?: string | undefined;
  brokers?: string[] | undefined;
  redisUrl?: string | undefined;
}

/** They are not asked by HTTP. */
const backing = new Set(['Postgres', 'Kafka', "Kafka's controller", 'Redis']);

/** @throws Fault naming the first port that is not available, and its use. */
export async function checkPorts(needed: NeededPorts): Promise<void> {
  for (const [name, port] of namedPorts(needed)) {
    const why = await whyUnusable(name, port);
    if (why === undefined) continue;
    const other = `choose another block of ports: PORT=${elsewhere(needed.port)} npm start (or --port)`;
    throw new Fault(`Port ${port}, for ${name}, ${why} ${other}`);
  }
}

async function whyUnusable(name: string, port: number): Promise<string | undefined> {
  const reason = await whyNot(port);
  if (reason === 'EADDRINUSE') return 'is taken by another process. Stop it, or';
  if (reason !== undefined) return `cannot be used (${reason}):`;
  if (backing.has(name) || !(await isRefusedByFetch(port))) return undefined;
  return 'is one that browsers and fetch refuse to ask, as it belongs to another protocol:';
}

function namedPorts({
  port,
  replicas,
  site,
  postgresUrl,
  brokers,
  redisUrl,
}: NeededPorts): [name: string, port: number][] {
  const { postgres, kafka, kafkaController, redis, web, ...services } = portsFrom(port);
  const named = Object.entries({ ...(site !== false && { site: web }), ...services }).flatMap(([name, first]) =>
    Array.from({ length: replicas }, (_, replica) => first + replica * replicaOffset).flatMap(
      (own): [string, number][] => [
        [`the ${name}`, own],
        [`the management of the ${name}`, managementPort(own)],
      ],
    ),
  );
  if (!postgresUrl) named.push(['Postgres', postgres]);
  if (!brokers) named.push(['Kafka', kafka], ["Kafka's controller", kafkaController]);
  if (!redisUrl) named.push(['Redis', redis]);
  return named;
}

const elsewhere = (port: number) => (port < 1_024 || port > 60_000 ? 3_100 : port + 100);
