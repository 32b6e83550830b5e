import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { databaseUrl, gatewayReadUrl } from './databases.js';
import type { InstallationKeyFiles } from './installation-keys.js';
import { managementPort, replicaOffset, type Ports } from './ports.js';
import { SupervisedProcess } from './supervised-process.js';

export interface ServicesOptions {
  root: string;
  logs: string;
  ports: Ports;
  keys: InstallationKeyFiles;
  adminFile: string;
  postgresUrl: string;
  brokers: string[];
  /** Undefined where there is none. */
  redisUrl?: string | undefined;
  /** `LIMIT_…`, in place of what our own environment says. */
  limits?: Record<string, string> | undefined;
  /** Copies of each. */
  replicas: number;
  onSpawn?(name: string, pid: number): void;
  onDeath?(name: string, what: string): void;
}

const names = ['users', 'articles', 'comments', 'projector', 'gateway'] as const;
export type ServiceName = (typeof names)[number];

// What a service takes after a burst it keeps: a young generation of 24 MB in place of 48, and two arenas of malloc in
// place of sixteen, of which each that has hashed a password keeps 20 MB and more. Neither makes anything slower.
const node = ['--max-old-space-size=192', '--max-semi-space-size=8', '--enable-source-maps'];
const arenas = { MALLOC_ARENA_MAX: '2' };

/** Every service of the system as a process, `replicas` of each; `gateway`, and `gateway-2` for the second. */
export function serviceProcesses(options: ServicesOptions): SupervisedProcess[] {
  return Array.from({ length: options.replicas }, (_, replica) =>
    names.map((name) => serviceProcess(options, name, replica)),
  ).flat();
}

export function serviceProcess(options: ServicesOptions, name: ServiceName, replica: number): SupervisedProcess {
  const { root, logs, ports, onSpawn, onDeath } = options;
  const port = ports[name] + replica * replicaOffset;
  const fullName = replica === 0 ? name : `${name}-${replica + 1}`;
  return new SupervisedProcess({
    name: fullName,
    command: process.execPath,
    args: [...node, join(root, 'dist', 'apps', name, 'src', 'main.js')],
    env: {
      ...arenas,
      ...{ NODE_ENV: 'production', HOST: '127.0.0.1', PORT: String(port) },
      MANAGEMENT_PORT: String(managementPort(port)),
      ...fromOurs(/^(LOG_LEVEL|DRAIN_SECONDS)$/),
      ...environmentOf(options, name),
    },
    logFile: join(logs, `${fullName}.log`),
    drained: true,
    isReady: async () =>
      (await fetch(`http://127.0.0.1:${port}/health/ready`, { signal: AbortSignal.timeout(2_000) })).ok,
    readyWithinMs: 60_000,
    stopSignal: 'SIGTERM',
    stopWithinMs: 20_000,
    ...(onSpawn && { onSpawn: (pid: number) => onSpawn(fullName, pid) }),
    ...(onDeath && { onDeath: (what: string) => onDeath(fullName, what) }),
  });
}

/** Settings that are handed on from our own environment. */
function fromOurs(names: RegExp): Record<string, string> {
  return Object.fromEntries(Object.entries(process.env).filter(([name, value]) => names.test(name) && value)) as Record<
    string,
    string
  >;
}

function environmentOf(options: ServicesOptions, name: ServiceName): Record<string, string> {
  const { keys, postgresUrl, brokers, ports, replicas, adminFile } = options;
  const kafka = { KAFKA_BROKERS: brokers.join(',') };
  const keyring = { KEYRING_DATABASE_URL: databaseUrl(postgresUrl, 'keyring'), KEYRING_KEY_FILE: keys.keyring };
  const pseudonym = { PSEUDONYM_KEY_FILE: keys.pseudonym };
  const command = { COMMAND_KEY_FILE: keys.command };
  const taking = { ...pseudonym, ...command, ...fromOurs(/^GATEWAY_PROOF$/) };
  const verifying = { VERIFYING_KEYS_FILE: keys.verifying };
  const copies = (service: ServiceName) =>
    Array.from(
      { length: replicas },
      (_, replica) => `http://127.0.0.1:${ports[service] + replica * replicaOffset}`,
    ).join(',');
  const redis = options.redisUrl === undefined ? {} : { REDIS_URL: options.redisUrl };
  const eraseAfter = process.env['ERASE_AFTER_SECONDS'];
  switch (name) {
    case 'articles':
      return {
        ...kafka,
        ...verifying,
        ...taking,
        ...keyring,
        DATABASE_URL: databaseUrl(postgresUrl, 'articles'),
      };
    case 'comments':
      return {
        ...kafka,
        ...verifying,
        ...taking,
        ...keyring,
        DATABASE_URL: databaseUrl(postgresUrl, 'comments'),
      };
    case 'users':
      return {
        ...kafka,
        ...verifying,
        ...taking,
        ...keyring,
        DATABASE_URL: databaseUrl(postgresUrl, 'users'),
        SIGNING_KEYS_FILE: keys.signing,
        ADMIN_FILE: adminFile,
        ...(eraseAfter && { ERASE_AFTER_SECONDS: eraseAfter }),
        ...redis,
      };
    case 'projector':
      return { ...kafka, ...keyring, READ_DATABASE_URL: databaseUrl(postgresUrl, 'read') };
    case 'gateway':
      return {
        ...verifying,
        READ_DATABASE_URL: gatewayReadUrl(postgresUrl, readFileSync(keys.gatewayPassword, 'utf8').trim()),
        ARTICLES_URL: copies('articles'),
        COMMENTS_URL: copies('comments'),
        USERS_URL: copies('users'),
        ADDRESS_KEY_FILE: keys.address,
        ...command,
        ...fromOurs(/^(LIMIT_\w+|TRUSTED_PROXIES|COMMENT_NAMES)$/),
        ...options.limits,
        ...redis,
      };
  }
}
