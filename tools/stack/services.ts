import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Passwords } from '#installation/set-up-databases.js';
import {
  allocatorSettings,
  entryOf,
  loadedFirst,
  nodeFlagsOf,
  serviceNames,
  services,
  type KeyFile,
  type ServiceName,
} from '#installation/services.js';
import { urlsOfService } from '#installation/urls-of-service.js';
import { managementPort, replicaOffset, type Ports } from './ports.js';
import { SupervisedProcess } from './supervised-process.js';

export interface ServicesOptions {
  root: string;
  logs: string;
  ports: Ports;
  /** The path of each secret. */
  keys: Record<KeyFile, string>;
  passwords: Passwords;
  adminFile: string;
  postgresUrl: string;
  brokers: string[];
  /** Undefined without Redis. */
  redisUrl?: string | undefined;
  /** `LIMIT_…`, in place of those in our own environment. */
  limits?: Record<string, string> | undefined;
  /** How many copies of each. */
  replicas: number;
  /** Whether the site stands before the gateways. */
  site?: boolean | undefined;
  onSpawn?(name: string, pid: number): void;
  onDeath?(name: string, what: string): void;
}

/** Every service of the system as a process, `replicas` of each; `gateway`, and `gateway-2` for the second. */
export function serviceProcesses(options: ServicesOptions): SupervisedProcess[] {
  return Array.from({ length: options.replicas }, (_, replica) =>
    serviceNames.filter((name) => name !== 'web' || options.site).map((name) => serviceProcess(options, name, replica)),
  ).flat();
}

export function serviceProcess(options: ServicesOptions, name: ServiceName, replica: number): SupervisedProcess {
  const { root, logs, ports, onSpawn, onDeath } = options;
  const dist = join(root, 'dist');
  const port = ports[name] + replica * replicaOffset;
  const fullName = replica === 0 ? name : `${name}-${replica + 1}`;
  return new SupervisedProcess({
    name: fullName,
    command: process.execPath,
    args: [...nodeFlagsOf(name), '--import', pathToFileURL(join(dist, loadedFirst)).href, join(dist, entryOf(name))],
    env: {
      ...allocatorSettings,
      ...{ NODE_ENV: 'production', HOST: '127.0.0.1', PORT: String(port) },
      MANAGEMENT_PORT: String(managementPort(port)),
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

/** A service's environment, from the description of its needs. */
function environmentOf(options: ServicesOptions, name: ServiceName): Record<string, string> {
  const { keys, passwords, postgresUrl, brokers, redisUrl, ports, replicas } = options;
  const needs = services[name];
  const copies = (service: ServiceName) =>
    Array.from({ length: replicas }, (_, copy) => `http://127.0.0.1:${ports[service] + copy * replicaOffset}`);
  return {
    ...urlsOfService(name, postgresUrl, passwords),
    ...Object.fromEntries(Object.entries(needs.keys).map(([variable, file]) => [variable, keys[file]])),
    ...(needs.kafka && { KAFKA_BROKERS: brokers.join(',') }),
    ...(needs.redis && redisUrl !== undefined && { REDIS_URL: redisUrl }),
    ...Object.fromEntries(needs.calls.map((called) => [`${called.toUpperCase()}_URL`, copies(called).join(',')])),
    ...(name === 'users' && { ADMIN_FILE: options.adminFile }),
    ...fromOurs(needs.settings),
    ...(name === 'gateway' && { ...(options.site && { TRUSTED_PROXIES: proxiesBehindSite() }), ...options.limits }),
  };
}

/** The site tells a gateway who asks; proxies of the operator may lead to the gateway too. */
const proxiesBehindSite = (): string => ['127.0.0.1', process.env['TRUSTED_PROXIES']].filter(Boolean).join(',');

/** Settings that are passed on from our own environment. */
function fromOurs(names: RegExp): Record<string, string> {
  return Object.fromEntries(Object.entries(process.env).filter(([name, value]) => names.test(name) && value)) as Record<
    string,
    string
  >;
}
