import { chmodSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { redisConf } from './server-settings.js';
import { serviceNames, services, type KeyFile, type ServiceName } from './services.js';
import type { Passwords } from './set-up-databases.js';
import { urlsOfService } from './urls-of-service.js';

export interface HandingOut {
  /** A folder with one folder for each service, such as the volumes of containers. */
  folder: string;
  keys: Record<KeyFile, string>;
  passwords: Passwords;
  adminFile: string;
  /** The Postgres server under its address for the services; its user and password are not used. */
  server: string;
  /** Redis under its address for the services (`host:port`), and its password; undefined without Redis. */
  redis: { host: string; password: string } | undefined;
  /** The superuser's password, if the Postgres server is created with it; undefined for an existing server. */
  superuserPassword: string | undefined;
  /** Mode of a service's files: 0o400, or 0o440 if the service is in the files' group. */
  mode: number;
}

/** File names of the URLs that a service reads, by the variable: `DATABASE_URL_FILE` names the file. */
export const urlFiles: Readonly<Record<string, string>> = {
  DATABASE_URL: 'database-url',
  READ_DATABASE_URL: 'read-database-url',
  KEYRING_DATABASE_URL: 'keyring-database-url',
  REDIS_URL: 'redis-url',
};

/**
 * Postgres and Redis run under users of their own, and their folder is mounted for them alone, so they must be able to read
 * it.
 */
const readableByAll = 0o444;

/**
 * Writes for each service the secrets it needs, and no others: its keys, and the URLs of its databases. Postgres also gets
 * its superuser's password, and Redis its configuration.
 * @throws Error if a folder cannot be written.
 */
export function handOut(handing: HandingOut): void {
  const { redis, superuserPassword, mode } = handing;
  for (const name of serviceNames) give(handing, name, filesOf(name, handing), mode);
  if (superuserPassword !== undefined) give(handing, 'postgres', { password: superuserPassword }, readableByAll);
  if (redis) {
    const port = Number(new URL(`redis://${redis.host}`).port || 6_379);
    const conf = redisConf({ bind: '* -::*', port, password: redis.password });
    give(handing, 'redis', { 'redis.conf': conf }, readableByAll);
  }
}

/** A service without secrets gets no folder. */
function give({ folder }: HandingOut, to: string, files: Record<string, string>, mode: number): void {
  if (Object.keys(files).length === 0) return;
  mkdirSync(join(folder, to), { recursive: true });
  for (const [file, content] of Object.entries(files)) write(join(folder, to, file), content, mode);
}

function filesOf(name: ServiceName, handing: HandingOut): Record<string, string> {
  const { keys, passwords, adminFile, server, redis } = handing;
  const { keys: needed, redis: usesRedis } = services[name];
  const urls = Object.entries(urlsOfService(name, server, passwords)).map(([variable, url]) => [
    urlFiles[variable] ?? variable,
    url,
  ]);
  const secrets = Object.values(needed).map((file) => [file, readFileSync(keys[file], 'utf8')]);
  const admin = name === 'users' ? [['admin.json', readFileSync(adminFile, 'utf8')]] : [];
  const itsRedis = usesRedis && redis ? [[urlFiles['REDIS_URL'], `redis://:${redis.password}@${redis.host}`]] : [];
  return Object.fromEntries([...urls, ...secrets, ...admin, ...itsRedis]) as Record<string, string>;
}

/** Replaces the file atomically: a service may be reading it. */
function write(file: string, content: string, mode: number): void {
  writeFileSync(`${file}.new`, content, { mode: 0o600 });
  chmodSync(`${file}.new`, mode);
  renameSync(`${file}.new`, file);
}
