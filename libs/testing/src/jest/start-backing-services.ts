import { mkdtempSync } from 'node:fs';
import { chmod } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Before the tests with real dependencies: Postgres, Kafka and Redis in a folder of their own, unless running ones are named. */
export default async function startBackingServices(): Promise<void> {
  const root = join(import.meta.dirname, '..', '..', '..', '..');
  // The build's own modules: what Jest compiles for a test file is not for its global set-up.
  const load = (file: string) => import(join(root, 'dist', 'tools', 'stack', file)) as Promise<never>;
  const { startBackingServices: start } = (await load(
    'backing-services.js',
  )) as typeof import('#tools/stack/backing-services.js');
  const { findFreeBlock, portsFrom } = (await load('ports.js')) as typeof import('#tools/stack/ports.js');
  const dataFolder = mkdtempSync(join(tmpdir(), 'broadside-int-'));
  await chmod(dataFolder, 0o755);
  const backing = await start({
    root,
    dataFolder,
    ports: portsFrom(await findFreeBlock()),
    postgresUrl: process.env['TEST_POSTGRES_URL'],
    brokers: process.env['TEST_KAFKA_BROKERS']?.split(','),
    redisUrl: process.env['TEST_REDIS_URL'],
    say: (line: string) => process.stdout.write(`${line}\n`),
  });
  const { createTopics } = (await import(
    join(root, 'dist', 'libs', 'kafka', 'src', 'create-topics.js')
  )) as typeof import('#kafka/create-topics.js');
  await createTopics(backing.brokers, ['projector.read-v1.dlq.v1']);
  process.env['TEST_POSTGRES_URL'] = backing.postgresUrl;
  process.env['TEST_KAFKA_BROKERS'] = backing.brokers.join(',');
  if (backing.redisUrl !== undefined) process.env['TEST_REDIS_URL'] = backing.redisUrl;
  Object.assign(globalThis, { backingServices: { dataFolder, stop: () => backing.stop() } });
}
