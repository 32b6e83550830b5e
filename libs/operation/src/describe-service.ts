import type { Pool } from 'pg';
import { measureOutbox } from '#event-store/relay/measure-outbox.js';
import { codeVersionOf } from '#process/code-version.js';
import type { HealthChecks } from '#process/health-checks.js';
import { describeSet, nameLetters, type SetPlace } from './describe-set.js';
import type { DescribedService } from './operation.js';

export interface DescribedParts {
  service: string;
  pool: Pool;
  health: Pick<HealthChecks, 'readiness'>;
  /** What it replicates from others; undefined for a service that does not. */
  listening: Pick<SetPlace, 'schema' | 'lag'> | undefined;
}

const versions = new Map<string, string>();
const versionOf = (service: string) =>
  versions.get(service) ?? versions.set(service, codeVersionOf(service)).get(service) ?? '';

/** What a service tells operators of itself; it only reads. */
export async function describeService({ service, pool, health, listening }: DescribedParts): Promise<DescribedService> {
  const { ready, checks } = await health.readiness();
  const { depth: waiting, republished, oldestSeconds } = await measureOutbox(pool);
  const place = listening && { ...listening, name: `${service}.listening`, pool };
  return {
    ...{ version: versionOf(service), ready, checks, outbox: { waiting, republished, oldestSeconds } },
    sets: place ? [await describeSet(place)] : [],
    deadLetters: place ? await nameLetters(place) : [],
  };
}
