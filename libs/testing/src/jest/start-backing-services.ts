import { join } from 'node:path';

/** Starts Postgres, Kafka and Redis before the tests that need them, see `startTestServices`. */
export default async function startBackingServices(): Promise<void> {
  const root = join(import.meta.dirname, '..', '..', '..', '..');
  // Uses the build: Jest does not compile modules for its global set-up.
  const load = (file: string) => import(join(root, 'dist', 'libs', file)) as Promise<never>;
  const { startTestServices } = (await load(
    'testing/src/backing/start-test-services.js',
  )) as typeof import('../backing/start-test-services.js');
  const { asEnvironment } = (await load(
    'testing/src/backing/test-services.js',
  )) as typeof import('../backing/test-services.js');
  const { createTopics } = (await load('kafka/src/create-topics.js')) as typeof import('#kafka/create-topics.js');
  const services = await startTestServices({ root, say: (line) => process.stdout.write(`${line}\n`) });
  try {
    await createTopics(services.brokers, ['projector.read-v1.dlq.v1']);
  } catch (error) {
    await services.stop();
    throw error;
  }
  Object.assign(process.env, asEnvironment(services));
  Object.assign(globalThis, { testServices: services });
}
