import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createTopics } from '#kafka/create-topics.js';
import { startBackingServices } from './backing-services.js';
import { openDataFolder } from './data-folder.js';
import { ensureDatabases } from './databases.js';
import { Fault } from './fault.js';
import { ensureAdminFile, ensureInstallationKeys, type AdminFile } from './installation-keys.js';
import { checkJava } from './kafka-jars.js';
import { isFree, portsFrom, replicaOffset } from './ports.js';
import { serviceProcesses } from './services.js';
import { claimDataFolder, removeStackFile, writeStackFile } from './stack-file.js';
import type { SupervisedProcess } from './supervised-process.js';

export interface SystemOptions {
  root: string;
  dataFolder: string;
  port: number;
  replicas: number;
  postgresUrl?: string | undefined;
  brokers?: string[] | undefined;
  say(line: string): void;
}

export interface System {
  gatewayUrls: string[];
  postgresUrl: string;
  brokers: string[];
  admin: AdminFile;
  processes: Map<string, SupervisedProcess>;
  stop(): Promise<void>;
}

/** Starts everything of one copy and waits until it serves. @throws Fault for what the person who starts it can mend. */
export async function startSystem(options: SystemOptions): Promise<System> {
  const { root, port, replicas, say } = options;
  const data = openDataFolder(options.dataFolder);
  claimDataFolder(data.path);
  const ports = portsFrom(port);
  await checkPorts(options);
  if (!options.brokers) await checkJava();
  const keys = ensureInstallationKeys(data.keys);
  const admin = ensureAdminFile(data.path);

  say('starting Postgres and Kafka');
  const backing = await startBackingServices({ root, dataFolder: data.path, ports, say, ...pickUrls(options) });
  const services: SupervisedProcess[] = [];
  const stop = async () => {
    const gateways = services.filter(({ spec }) => spec.name.startsWith('gateway'));
    await Promise.all(gateways.map((each) => each.stop()));
    await Promise.all(services.filter((each) => !gateways.includes(each)).map((each) => each.stop()));
    await backing.stop();
    removeStackFile(data.path);
  };
  try {
    await ensureDatabases(backing.postgresUrl, readFileSync(keys.gatewayPassword, 'utf8').trim());
    await createTopics(backing.brokers, ['projector.read-v1.dlq.v1', 'comments.listening.dlq.v1']);
    say('starting the services');
    const onDeath = (name: string, what: string) => say(`${name} ${what}; it is started again (see ${join(data.logs, `${name}.log`)})`);
    const { postgresUrl, brokers } = backing;
    services.push(
      ...serviceProcesses({ root, logs: data.logs, ports, keys, adminFile: admin.path, postgresUrl, brokers, replicas, onDeath }),
    );
    // The projector migrates the read database, which the gateway needs to be ready; all start at once and wait.
    await Promise.all(services.map((each) => each.start()));
  } catch (error) {
    await stop();
    throw error;
  }
  const processes = new Map([...backing.processes, ...services].map((each) => [each.spec.name, each]));
  const gatewayUrls = Array.from({ length: replicas }, (_, replica) => `http://127.0.0.1:${port + replica * replicaOffset}`);
  writeStackFile(data.path, {
    supervisor: process.pid,
    gatewayUrl: gatewayUrls[0] ?? '',
    postgresUrl: backing.postgresUrl,
    brokers: backing.brokers,
    processes: Object.fromEntries([...processes].map(([name, each]) => [name, each.pid])),
  });
  return { gatewayUrls, postgresUrl: backing.postgresUrl, brokers: backing.brokers, admin, processes, stop };
}

const pickUrls = ({ postgresUrl, brokers }: SystemOptions) => ({ postgresUrl, brokers });

async function checkPorts({ port, replicas, postgresUrl, brokers }: SystemOptions): Promise<void> {
  const { postgres, kafka, kafkaController, ...services } = portsFrom(port);
  const needed = Object.entries(services).flatMap(([name, first]) =>
    Array.from({ length: replicas }, (_, replica) => [name, first + replica * replicaOffset] as const),
  );
  if (!postgresUrl) needed.push(['postgres', postgres]);
  if (!brokers) needed.push(['kafka', kafka], ["kafka's controller", kafkaController]);
  for (const [name, number] of needed) {
    if (await isFree(number)) continue;
    throw new Fault(`Port ${number}, for ${name}, is taken by another process. Stop it, or choose another block of ports: PORT=${port + 100} npm start`);
  }
}
