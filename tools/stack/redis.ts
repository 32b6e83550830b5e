import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { redisConf } from '#installation/server-settings.js';
import { pingRedis } from '#redis/ping-redis.js';
import { SupervisedProcess } from './supervised-process.js';

export interface RedisOptions {
  /** `redis-server`, or a replacement. */
  command: string;
  dataFolder: string;
  /** The file of the password, readable by the owner only. */
  passwordFile: string;
  logFile: string;
  port: number;
  onSpawn?(pid: number): void;
  onDeath?(what: string): void;
}

export interface Redis {
  process: SupervisedProcess;
  url: string;
}

/** A Redis server on 127.0.0.1, with a password. */
export function redisProcess(options: RedisOptions): Redis {
  const { command, dataFolder, passwordFile, logFile, port, onSpawn, onDeath } = options;
  mkdirSync(dataFolder, { recursive: true, mode: 0o700 });
  if (!existsSync(passwordFile)) writeFileSync(passwordFile, randomBytes(18).toString('base64url'), { mode: 0o600 });
  const password = readFileSync(passwordFile, 'utf8').trim();
  const configuration = 'redis.conf';
  writeFileSync(join(dataFolder, configuration), redisConf({ bind: '127.0.0.1', port, password }), { mode: 0o600 });
  const url = `redis://:${password}@127.0.0.1:${port}`;
  const server = new SupervisedProcess({
    name: 'redis',
    command,
    args: [configuration],
    // Redis uses its working directory, so the configuration needs no path, which it would have to unquote.
    cwd: dataFolder,
    logFile,
    isReady: () => pingRedis(url),
    readyWithinMs: 20_000,
    stopSignal: 'SIGTERM',
    stopWithinMs: 5_000,
    ...(onSpawn && { onSpawn }),
    ...(onDeath && { onDeath }),
  });
  return { process: server, url };
}
