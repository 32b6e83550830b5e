import { join } from 'node:path';
import { retryUntilAvailable } from '#process/retry-until-available.js';
import { defaultReadSet } from '#read-models/read-set.js';
import { tablesWith } from '#tools/setup/tables-of-databases.js';
import { createTopics } from '#kafka/create-topics.js';
import { startBackingServices } from './backing-services.js';
import { checkPorts } from './check-ports.js';
import { openDataFolder } from './data-folder.js';
import {
  ensureAdminFile,
  ensureInstallationKeys,
  ensurePasswords,
  type AdminFile,
} from '#installation/installation-keys.js';
import { deadLetterTopics } from '#installation/services.js';
import { setUpDatabases } from '#installation/set-up-databases.js';
import { checkJava } from './kafka-jars.js';
import { identify } from './process-identity.js';
import { portsFrom, replicaOffset } from './ports.js';
import { serviceProcesses } from './services.js';
import { claimDataFolder, removeStackFile, writeStackFile } from './stack-file.js';
import { startAll } from './start-all.js';
import type { SupervisedProcess } from './supervised-process.js';

const databasesWithinMs = 60_000;

export interface SystemOptions {
  root: string;
  dataFolder: string;
  port: number;
  replicas: number;
  /** Whether the site is started before the gateways; by default it is. */
  site?: boolean | undefined;
  postgresUrl?: string | undefined;
  brokers?: string[] | undefined;
  redisUrl?: string | undefined;
  /** The set of read models, if not the default; our own environment can name it too. */
  readSet?: string | undefined;
  /** `LIMIT_…`, in place of those in our own environment. */
  limits?: Record<string, string> | undefined;
  say(line: string): void;
  /** Aborts the start: what was started is stopped again. */
  signal?: AbortSignal | undefined;
}

export interface System {
  /** Empty without the site. */
  siteUrls: string[];
  gatewayUrls: string[];
  postgresUrl: string;
  brokers: string[];
  /** Undefined if Redis is not available. */
  redisUrl: string | undefined;
  admin: AdminFile;
  processes: Map<string, SupervisedProcess>;
  stop(): Promise<void>;
}

/**
 * Starts everything of one copy and waits until it serves. @throws Fault for problems that the person who starts it can
 * solve.
 */
export async function startSystem(options: SystemOptions): Promise<System> {
  const {
    root,
    port,
    replicas,
    site = true,
    say,
    signal,
    brokers,
    postgresUrl,
    redisUrl,
    readSet = defaultReadSet,
  } = options;
  const data = openDataFolder(options.dataFolder);
  const ports = portsFrom(port);
  const copiesAt = (first: number) =>
    Array.from({ length: replicas }, (_, copy) => `http://127.0.0.1:${first + copy * replicaOffset}`);
  const [siteUrls, gatewayUrls] = [site ? copiesAt(ports.web) : [], copiesAt(ports.gateway)];
  const stack = await claimDataFolder(data.path, { siteUrl: siteUrls[0], gatewayUrl: gatewayUrls[0] ?? '' });
  const stops: (() => Promise<void>)[] = [() => Promise.resolve(removeStackFile(data.path))];
  const stop = async () => {
    for (const each of stops.toReversed()) await each();
  };
  const onSpawn = (name: string, pid: number) => {
    const process = identify(pid);
    if (process) stack.processes[name] = process;
    try {
      writeStackFile(data.path, stack);
    } catch (error) {
      // A full disk must not stop running processes. Without the file, only a successor of a killed supervisor would not
      // know of this process.
      say(`${name} runs as process ${pid}, but that could not be noted: ${(error as Error).message}`);
    }
  };
  try {
    await checkPorts(options);
    if (!brokers) await checkJava();
    const keys = ensureInstallationKeys(data.keys);
    const passwords = ensurePasswords(data.keys);
    const admin = ensureAdminFile(data.path);

    say('starting Postgres, Kafka and Redis');
    const backing = await startBackingServices({
      ...{ root, dataFolder: data.path, ports, postgresUrl, brokers, redisUrl, say, onSpawn, signal },
    });
    stops.push(() => backing.stop());
    // On an external server, services may already be running and migrating.
    const setUp = () => setUpDatabases(backing.postgresUrl, passwords, tablesWith(readSet));
    const log = { warn: (_detail: object, message: string) => say(message) };
    await retryUntilAvailable('the databases', setUp, { log, limitMs: databasesWithinMs });
    await createTopics(backing.brokers, deadLetterTopics(readSet));

    say('starting the services');
    const services = serviceProcesses({
      ...{ root, logs: data.logs, ports, keys, passwords, adminFile: admin.path, replicas, site, onSpawn },
      postgresUrl: backing.postgresUrl,
      brokers: backing.brokers,
      redisUrl: backing.redisUrl,
      limits: options.limits,
      onDeath: (name, what) => say(`${name} ${what}; it is started again (see ${join(data.logs, `${name}.log`)})`),
    });
    stops.push(() => stopServices(services));
    // The projector migrates the read database, which the gateway needs to be ready; all start at once and wait.
    await startAll(services, signal);
    const found = { postgresUrl: backing.postgresUrl, brokers: backing.brokers, redisUrl: backing.redisUrl };
    Object.assign(stack, found);
    writeStackFile(data.path, stack);
    const processes = new Map([...backing.processes, ...services].map((each) => [each.spec.name, each]));
    return { siteUrls, gatewayUrls, ...found, admin, processes, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** From the outside in, so that no request meets a partly stopped system: the site, the gateways, all others. */
async function stopServices(services: SupervisedProcess[]): Promise<void> {
  const orderOf = ({ spec }: SupervisedProcess) => ['web', 'gateway'].indexOf(spec.name.replace(/-\d$/, ''));
  for (const order of [0, 1, -1]) {
    await Promise.all(services.filter((each) => orderOf(each) === order).map((each) => each.stop()));
  }
}
