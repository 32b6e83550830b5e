import { readFileSync } from 'node:fs';
import type { KafkaConfig } from 'kafkajs';

/**
 * TLS and credentials of this process's connections to the brokers; empty if the environment sets none.
 * KAFKA_SSL_CA_FILE: the CA certificates (PEM) of the brokers; turns on TLS. KAFKA_SASL_USERNAME and
 * KAFKA_SASL_PASSWORD_FILE: SCRAM-SHA-512.
 * @throws Error naming the variable that is missing, or whose file cannot be read.
 */
export function kafkaSecurity(
  env: Record<string, string | undefined> = process.env,
): Pick<KafkaConfig, 'ssl' | 'sasl'> {
  const ca = contentOf(env, 'KAFKA_SSL_CA_FILE');
  const username = env['KAFKA_SASL_USERNAME'] || undefined;
  const password = contentOf(env, 'KAFKA_SASL_PASSWORD_FILE');
  if ((username === undefined) !== (password === undefined)) {
    throw new Error(`KAFKA_SASL_${username === undefined ? 'USERNAME' : 'PASSWORD_FILE'} is missing`);
  }
  return {
    ...(ca !== undefined && { ssl: { ca: [ca] } }),
    ...(username !== undefined &&
      password !== undefined && { sasl: { mechanism: 'scram-sha-512', username, password } }),
  };
}

function contentOf(env: Record<string, string | undefined>, variable: string): string | undefined {
  const path = env[variable];
  if (!path) return undefined;
  try {
    return readFileSync(path, 'utf8').trim();
  } catch (error) {
    throw new Error(`${variable} cannot be read: ${(error as Error).message}`, { cause: error });
  }
}
