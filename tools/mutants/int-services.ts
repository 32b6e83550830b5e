import { startTestServices } from '#testing/backing/start-test-services.js';
import { asEnvironment } from '#testing/backing/test-services.js';

export interface IntServices {
  /** As the integration tests read them. */
  env: NodeJS.ProcessEnv;
  stop(): Promise<void>;
}

/** Starts Postgres, Kafka and Redis once for all mutants, unless the environment names running ones. */
export async function startIntServices(
  root: string,
  { say, signal }: { say(line: string): void; signal: AbortSignal },
): Promise<IntServices> {
  const services = await startTestServices({ root, say, signal });
  return { env: asEnvironment(services), stop: () => services.stop() };
}
