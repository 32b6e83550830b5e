import { createClient } from 'redis';

export type Redis = ReturnType<typeof createClient>;

const pingEveryMs = 1_000;
const silenceMs = 2_000;

/**
 * A Redis client that reconnects by itself, at least once in 2 s. Without a connection a command is rejected at once. A
 * command that was sent waits for its answer as long as the connection lasts, so callers need a time limit of their own: see
 * `RedisLink`.
 */
export function connectRedis(url: string, name: string): Redis {
  const redis: Redis = createClient({
    url,
    name,
    disableOfflineQueue: true,
    // A server that was stopped, or is behind a cut cable, closes no connection. The client sends a ping only after the last
    // one was answered, so the socket becomes idle then, and is closed.
    pingInterval: pingEveryMs,
    socket: {
      connectTimeout: 1_000,
      socketTimeout: silenceMs,
      reconnectStrategy: (retries) => Math.min(50 * 2 ** retries, 2_000),
    },
    // The client's own limit ends when a command is sent, and costs an AbortSignal for each.
    commandOptions: { timeout: 0 },
    disableClientInfo: true,
    maintNotifications: 'disabled',
  });
  // Each command reports its error to its caller; without a listener the process would end.
  redis.on('error', () => undefined);
  void redis.connect().catch(() => undefined);
  return redis;
}
