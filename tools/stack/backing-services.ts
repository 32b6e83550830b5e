import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { kafkaJars } from './kafka-jars.js';
import { kafkaProcess } from './kafka.js';
import { postgresProcess } from './postgres.js';
import { redisOrNothing } from './redis-or-nothing.js';
import { startAll } from './start-all.js';
import type { SupervisedProcess } from './supervised-process.js';

export interface BackingServicesOptions {
  /** The checkout. */
  root: string;
  /** The folder for their data, keys and logs. */
  dataFolder: string;
  ports: { postgres: number; kafka: number; kafkaController: number; redis: number };
  /** Running ones to use instead. */
  postgresUrl?: string | undefined;
  brokers?: string[] | undefined;
  redisUrl?: string | undefined;
  say?(line: string): void;
  onSpawn?(name: string, pid: number): void;
  /** Aborts the start. */
  signal?: AbortSignal | undefined;
}

export interface BackingServices {
  postgresUrl: string;
  brokers: string[];
  /** Undefined if Redis is not available: everything works without it. */
  redisUrl: string | undefined;
  processes: SupervisedProcess[];
  stop(): Promise<void>;
}

/** Starts Postgres, Kafka and Redis natively, in parallel, unless running ones are named. */
export async function startBackingServices(options: BackingServicesOptions): Promise<BackingServices> {
  const { root, dataFolder, ports, signal, say = () => undefined } = options;
  const logs = join(dataFolder, 'logs');
  const keys = join(dataFolder, 'keys');
  mkdirSync(logs, { recursive: true });
  mkdirSync(keys, { recursive: true, mode: 0o700 });
  const watch = (name: string) => ({
    onSpawn: (pid: number) => options.onSpawn?.(name, pid),
    onDeath: (what: string) => say(`${name} ${what}; it is started again (see ${join(logs, `${name}.log`)})`),
  });
  const postgres = options.postgresUrl
    ? undefined
    : await postgresProcess({
        dataFolder: join(dataFolder, 'postgres'),
        passwordFile: join(keys, 'postgres-password'),
        logFile: join(logs, 'postgres.log'),
        port: ports.postgres,
        ...watch('postgres'),
      });
  const kafka = options.brokers
    ? undefined
    : await kafkaProcess({
        jars: await kafkaJars(root, say, signal),
        dataFolder: join(dataFolder, 'kafka'),
        logFile: join(logs, 'kafka.log'),
        port: ports.kafka,
        controllerPort: ports.kafkaController,
        ...watch('kafka'),
      });
  const redis = options.redisUrl
    ? undefined
    : await redisOrNothing({
        root,
        dataFolder: join(dataFolder, 'redis'),
        passwordFile: join(keys, 'redis-password'),
        logFile: join(logs, 'redis.log'),
        port: ports.redis,
        say,
        signal,
        ...watch('redis'),
      });
  const processes = [postgres?.process, kafka, redis?.process].filter((each) => each !== undefined);
  const stop = async () => {
    for (const each of processes.toReversed()) await each.stop();
  };
  try {
    await startAll(processes, signal);
  } catch (error) {
    await stop();
    throw error;
  }
  return {
    postgresUrl: options.postgresUrl ?? postgres?.url ?? '',
    brokers: options.brokers ?? [`127.0.0.1:${ports.kafka}`],
    redisUrl: options.redisUrl ?? redis?.url,
    processes,
    stop,
  };
}
