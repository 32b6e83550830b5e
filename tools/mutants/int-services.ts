import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startBackingServices } from '#tools/stack/backing-services.js';
import { findFreeBlock, portsFrom } from '#tools/stack/ports.js';

export interface IntServices {
  /** As the integration tests read them. */
  env: NodeJS.ProcessEnv;
  stop(): Promise<void>;
}

/** Postgres, Kafka and Redis once for all mutants; those that the environment names are used instead. */
export async function startIntServices(
  root: string,
  { say, signal }: { say(line: string): void; signal: AbortSignal },
): Promise<IntServices> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'broadside-mutants-data-'));
  // Postgres may run as another user.
  chmodSync(dataFolder, 0o755);
  const remove = () => rmSync(dataFolder, { recursive: true, force: true });
  const { env } = process;
  try {
    const backing = await startBackingServices({
      ...{ root, dataFolder, say, signal, ports: portsFrom(await findFreeBlock()) },
      postgresUrl: env['TEST_POSTGRES_URL'],
      brokers: env['TEST_KAFKA_BROKERS']?.split(','),
      redisUrl: env['TEST_REDIS_URL'],
    });
    const { postgresUrl, brokers, redisUrl } = backing;
    return {
      env: {
        ...{ TEST_POSTGRES_URL: postgresUrl, TEST_KAFKA_BROKERS: brokers.join(',') },
        ...(redisUrl !== undefined && { TEST_REDIS_URL: redisUrl }),
      },
      stop: async () => {
        await backing.stop();
        remove();
      },
    };
  } catch (error) {
    remove();
    throw error;
  }
}
