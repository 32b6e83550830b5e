import { RESP_TYPES } from 'redis';
import type { Redis } from './connect-redis.js';

/** The bytes under a key; undefined where there are none. */
export const getBytes = async (redis: Redis, key: string): Promise<Buffer | undefined> =>
  (await redis.withTypeMapping({ [RESP_TYPES.BLOB_STRING]: Buffer }).get(key)) ?? undefined;

/** Keeps bytes under a key for some seconds. */
export async function setBytes(redis: Redis, key: string, bytes: Buffer, seconds: number): Promise<void> {
  await redis.set(key, bytes, { expiration: { type: 'EX', value: seconds } });
}
