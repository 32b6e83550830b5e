import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureAdminFile, ensureInstallationKeys, ensurePasswords } from '#installation/installation-keys.js';
import { deadLetterTopics, type ServiceName } from '#installation/services.js';
import { setUpDatabases } from '#installation/set-up-databases.js';
import { createTopics } from '#kafka/create-topics.js';
import { startBackingServices, type BackingServices } from '#tools/stack/backing-services.js';
import { openDataFolder } from '#tools/stack/data-folder.js';
import { tablesOfDatabases } from '#tools/setup/tables-of-databases.js';
import { findFreeBlock, portsFrom, replicaOffset, type Ports } from '#tools/stack/ports.js';
import { serviceProcess, type ServicesOptions } from '#tools/stack/services.js';
import { startAll } from '#tools/stack/start-all.js';
import { SupervisedProcess } from '#tools/stack/supervised-process.js';
import { wideLimits } from '#tools/stack/wide-limits.js';
import { makeOlderVersion } from './older-version.js';

const root = join(import.meta.dirname, '..', '..');

/** A system in which services of two versions run side by side. */
export class MixedVersions {
  private readonly running = new Map<string, SupervisedProcess>();

  private constructor(
    private readonly folders: string[],
    private readonly backing: BackingServices,
    private readonly options: ServicesOptions,
    private readonly older: string,
  ) {}

  /** Starts Postgres, Kafka and Redis. @param without the types of events that the older version does not know */
  static async start(without: string[]): Promise<MixedVersions> {
    const older = await makeOlderVersion(root, without);
    const folder = await mkdtemp(join(tmpdir(), 'broadside-mixed-'));
    const data = openDataFolder(folder);
    const ports = portsFrom(await findFreeBlock());
    const backing = await startBackingServices({ root, dataFolder: data.path, ports });
    const [keys, passwords] = [ensureInstallationKeys(data.keys), ensurePasswords(data.keys)];
    await setUpDatabases(backing.postgresUrl, passwords, tablesOfDatabases);
    await createTopics(backing.brokers, deadLetterTopics());
    return new MixedVersions(
      [folder, older],
      backing,
      {
        ...{ root, logs: data.logs, ports, keys, passwords, adminFile: ensureAdminFile(data.path).path },
        ...{ ...backing, replicas: 2, limits: wideLimits },
      },
      older,
    );
  }

  get postgresUrl(): string {
    return this.backing.postgresUrl;
  }

  get brokers(): string[] {
    return this.backing.brokers;
  }

  get adminFile(): string {
    return this.options.adminFile;
  }

  /** The address of a copy of the gateway. */
  gateway(copy: 0 | 1): string {
    return urlOf(this.options.ports, 'gateway', copy);
  }

  /** Starts copies of services and waits until they are ready. */
  startServices(version: 'older' | 'newer', names: ServiceName[], copy: 0 | 1 = 0): Promise<void> {
    const started = names.map((name) => {
      const made = serviceProcess({ ...this.options, root: version === 'older' ? this.older : root }, name, copy);
      // Each copy of the gateway sends its commands to that copy of comments only.
      const comments = name === 'gateway' && { COMMENTS_URL: urlOf(this.options.ports, 'comments', copy) };
      const process = new SupervisedProcess({ ...made.spec, env: { ...made.spec.env, ...comments } });
      this.running.set(made.spec.name, process);
      return process;
    });
    return startAll(started);
  }

  async stopService(name: ServiceName): Promise<void> {
    await this.running.get(name)?.stop();
    this.running.delete(name);
  }

  async stop(): Promise<void> {
    await Promise.all([...this.running.values()].map((each) => each.stop()));
    await this.backing.stop();
    for (const folder of this.folders) await rm(folder, { recursive: true, force: true });
  }
}

const urlOf = (ports: Ports, name: ServiceName, copy: 0 | 1) =>
  `http://127.0.0.1:${ports[name] + copy * replicaOffset}`;
