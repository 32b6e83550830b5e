import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { kafkaJars } from './kafka-jars.js';
import { kafkaProcess } from './kafka.js';
import { postgresProcess } from './postgres.js';
import type { SupervisedProcess } from './supervised-process.js';

export interface BackingServicesOptions {
  /** The checkout. */
  root: string;
  /** Where their data, keys and logs are put. */
  dataFolder: string;
  ports: { postgres: number; kafka: number; kafkaController: number };
  /** Running ones to use instead. */
  postgresUrl?: string | undefined;
  brokers?: string[] | undefined;
  say?(line: string): void;
}

export interface BackingServices {
  postgresUrl: string;
  brokers: string[];
  processes: SupervisedProcess[];
  stop(): Promise<void>;
}

/** Starts Postgres and Kafka natively, side by side, unless running ones are named. */
export async function startBackingServices(options: BackingServicesOptions): Promise<BackingServices> {
  const { root, dataFolder, ports, say = () => undefined } = options;
  const logs = join(dataFolder, 'logs');
  const keys = join(dataFolder, 'keys');
  mkdirSync(logs, { recursive: true });
  mkdirSync(keys, { recursive: true, mode: 0o700 });
  const onDeath = (name: string) => (what: string) => say(`${name} ${what}; it is started again`);
  const postgres = options.postgresUrl
    ? undefined
    : await postgresProcess({
        dataFolder: join(dataFolder, 'postgres'),
        passwordFile: join(keys, 'postgres-password'),
        logFile: join(logs, 'postgres.log'),
        port: ports.postgres,
        onDeath: onDeath('Postgres'),
      });
  const kafka = options.brokers
    ? undefined
    : await kafkaProcess({
        jars: await kafkaJars(root, say),
        dataFolder: join(dataFolder, 'kafka'),
        logFile: join(logs, 'kafka.log'),
        port: ports.kafka,
        controllerPort: ports.kafkaController,
        onDeath: onDeath('Kafka'),
      });
  const processes = [postgres?.process, kafka].filter((each) => each !== undefined);
  const stop = async () => {
    for (const each of processes.toReversed()) await each.stop();
  };
  try {
    await Promise.all(processes.map((each) => each.start()));
  } catch (error) {
    await stop();
    throw error;
  }
  return {
    postgresUrl: options.postgresUrl ?? postgres?.url ?? '',
    brokers: options.brokers ?? [`127.0.0.1:${ports.kafka}`],
    processes,
    stop,
  };
}
