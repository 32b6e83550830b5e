import { Redis, type RedisOptions } from 'ioredis';

export type { Redis };

/** Milliseconds after which a command to Redis is given up. */
export const commandLimitMs = 100;

/**
 * A Redis client that never keeps anybody waiting: a command fails at once while there is no connection, and after
 * {@link commandLimitMs}, unless `more` says otherwise, while there is no answer. It connects again by itself, at least
 * once in 2 s.
 */
export function connectRedis(url: string, name: string, more: RedisOptions = {}): Redis {
  const redis = new Redis(url, {
    connectionName: name,
    connectTimeout: 1_000,
    commandTimeout: commandLimitMs,
    // A connection on which nothing comes back is replaced: a cut cable ends no connection.
    socketTimeout: 2_000,
    enableOfflineQueue: false,
    autoResendUnfulfilledCommands: false,
    maxRetriesPerRequest: 0,
    retryStrategy: (times) => Math.min(50 * 2 ** times, 2_000),
    ...more,
  });
  // Each command tells its caller; without a listener the process would end.
  redis.on('error', () => undefined);
  return redis;
}
