import { createClient } from 'redis';
import { withTimeout } from '#process/with-timeout.js';

/** Checks that a Redis answers, within a second. @throws Error that says why it does not. */
export async function pingRedis(url: string): Promise<boolean> {
  const redis = createClient({
    url,
    disableClientInfo: true,
    maintNotifications: 'disabled',
    socket: { reconnectStrategy: false },
  });
  redis.on('error', () => undefined);
  const answer = async () => (await redis.connect()).ping();
  try {
    return (await withTimeout(answer(), 1_000, 'Redis')) === 'PONG';
  } finally {
    redis.destroy();
  }
}
