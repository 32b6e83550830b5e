import { Fault } from './fault.js';
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

/** @throws Fault naming the first port that is not available, and its use. */
export async function checkPorts(needed: NeededPorts): Promise<void> {
  for (const [name, port] of namedPorts(needed)) {
    const reason = await whyNot(port);
    if (reason === undefined) continue;
    const why = reason === 'EADDRINUSE' ? 'is taken by another process. Stop it, or' : `cannot be used (${reason}):`;
    throw new Fault(
      `Port ${port}, for ${name}, ${why} choose another block of ports: PORT=${elsewhere(needed.port)} npm start`,
    );
  }
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
