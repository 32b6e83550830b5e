import { chmodSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { urlOf } from './databases.js';
import { redisConf } from './server-settings.js';
import { serviceNames, services, type KeyFile, type ServiceName } from './services.js';
import type { Passwords } from './set-up-databases.js';

export interface HandingOut {
  /** A folder with one folder for each service, such as the volumes of containers. */
  folder: string;
  keys: Record<KeyFile, string>;
  passwords: Passwords;
  adminFile: string;
  /** The Postgres server as the services reach it; its user and password are not used. */
  server: string;
  /** `host:port` of Redis as the services reach it, and its password; undefined where there is none. */
  redis: { host: string; password: string } | undefined;
  /** The superuser's password, for a Postgres server that is made with it; undefined where the server is another's. */
  superuserPassword: string | undefined;
  /** Of each file of a service: 0o400, or 0o440 where the services are of its group. */
  mode: number;
}

/** The files that a service reads its databases' URLs from, by the variable that names them: `DATABASE_URL_FILE`. */
export const urlFiles: Readonly<Record<string, string>> = {
  DATABASE_URL: 'database-url',
  READ_DATABASE_URL: 'read-database-url',
  KEYRING_DATABASE_URL: 'keyring-database-url',
  REDIS_URL: 'redis-url',
};

/** The servers of others run under users of their own: in a folder that is given to them alone, they must read it. */
const readableByAll = 0o444;

/**
 * Gives each service what it needs of the secrets, and nothing else: its keys, and the URLs of what it enters. Beside
 * them Postgres its superuser's password, and Redis its configuration.
 * @throws Error where a folder cannot be written.
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

function give({ folder }: HandingOut, to: string, files: Record<string, string>, mode: number): void {
  mkdirSync(join(folder, to), { recursive: true });
  for (const [file, content] of Object.entries(files)) write(join(folder, to, file), content, mode);
}

function filesOf(name: ServiceName, handing: HandingOut): Record<string, string> {
  const { keys, passwords, adminFile, server, redis } = handing;
  const { databases, keys: needed, role, redis: usesRedis } = services[name];
  const urls = Object.entries(databases).map(([variable, database]) => [
    urlFiles[variable] ?? variable,
    urlOf(server, database, role, passwords[role]),
  ]);
  const secrets = Object.values(needed).map((file) => [file, readFileSync(keys[file], 'utf8')]);
  const admin = name === 'users' ? [['admin.json', readFileSync(adminFile, 'utf8')]] : [];
  const itsRedis = usesRedis && redis ? [[urlFiles['REDIS_URL'], `redis://:${redis.password}@${redis.host}`]] : [];
  return Object.fromEntries([...urls, ...secrets, ...admin, ...itsRedis]) as Record<string, string>;
}

/** Whole or not at all: a service may read it at this moment. */
function write(file: string, content: string, mode: number): void {
  writeFileSync(`${file}.new`, content, { mode: 0o600 });
  chmodSync(`${file}.new`, mode);
  renameSync(`${file}.new`, file);
}
