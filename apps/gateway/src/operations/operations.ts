import type { Pool } from 'pg';
import { describeSet, maxNamed, nameLetters } from '#operation/describe-set.js';
import { DescribedService } from '#operation/operation.js';
import type { HealthChecks, Readiness } from '#process/health-checks.js';
import { readProjectorProcesses, type SeenProcess } from '#read-models/projector-process/read-projector-processes.js';
import type { CommandClient } from '../commands/command-client.js';
import type { OperationsAnswer, ServiceNow } from './operations.answers.js';

/** Milliseconds that the gateway waits for what each service tells of itself. */
export const describedWithinMs = 1_500;

/** Seconds after which a projector that tells nothing counts as away: it tells every ten. */
export const silentAfterSeconds = 30;

export interface OperationParts {
  pool: Pool;
  readSet: string;
  services: Readonly<Record<string, Pick<CommandClient, 'askEach'>>>;
  health: Pick<HealthChecks, 'readiness'>;
  version: string;
}

type Part = Partial<OperationsAnswer>;

/** What the gateway can learn of how the installation works. Each part has its time; one that is away hides no other. */
export class Operations {
  constructor(private readonly parts: OperationParts) {}

  /** @param headers of the commands: whose question it is. */
  async now(headers: Record<string, string>): Promise<OperationsAnswer> {
    const services = Object.entries(this.parts.services);
    const asked = [
      ...services.map(([name, client]) => this.service(name, client, headers)),
      this.reads('the read models', () => this.readModels()),
      this.reads('the projector', () => this.projector()),
      this.itself(),
    ];
    const all = await Promise.all(asked);
    const every = <Field extends keyof OperationsAnswer>(field: Field) =>
      all.flatMap((part) => (part[field] ?? []) as OperationsAnswer[Field][number][]);
    return {
      services: every('services'),
      outbox: every('outbox'),
      projections: every('projections'),
      deadLetters: every('deadLetters')
        .sort((one, other) => (one.at < other.at ? 1 : -1))
        .slice(0, maxNamed.letters),
      unknown: every('unknown'),
    };
  }

  private async service(
    name: string,
    client: Pick<CommandClient, 'askEach'>,
    headers: Record<string, string>,
  ): Promise<Part> {
    const answers = await client.askEach('describe-operation', headers, describedWithinMs);
    const told = answers.map(({ url, answer, why }) => ({
      url,
      why,
      service: DescribedService.safeParse(answer).data,
    }));
    const services = told.map(({ url, why, service }): ServiceNow =>
      service
        ? { name, url, version: service.version, ...readinessOf(service) }
        : { name, url, ready: false, version: null, why: why ?? 'it is of a version that does not tell' },
    );
    // Replicas share a database: one of them tells of it.
    const one = told.find(({ service }) => service)?.service;
    if (!one) return { services, unknown: [{ what: `the outbox of ${name}`, why: 'no replica of it has told' }] };
    return {
      services,
      outbox: [{ service: name, ...one.outbox }],
      projections: one.sets,
      deadLetters: one.deadLetters,
    };
  }

  private async readModels(): Promise<Part> {
    const { pool, readSet } = this.parts;
    const processes = await readProjectorProcesses(pool).catch(() => []);
    const lag = processes.find(isAlive)?.lag ?? undefined;
    const place = { name: readSet, pool, schema: readSet, lag };
    return { projections: [await describeSet(place)], deadLetters: await nameLetters(place) };
  }

  private async projector(): Promise<Part> {
    const processes = await readProjectorProcesses(this.parts.pool);
    const away: ServiceNow = { name: 'projector', ready: false, version: null, why: 'it has told nothing for an hour' };
    return { services: processes.length === 0 ? [away] : processes.map(projectorNow) };
  }

  private async itself(): Promise<Part> {
    const readiness = readinessOf(await this.parts.health.readiness());
    return { services: [{ name: 'gateway', version: this.parts.version, ...readiness }] };
  }

  private async reads(what: string, read: () => Promise<Part>): Promise<Part> {
    return read().catch((error: unknown) => ({ unknown: [{ what, why: (error as Error).message }] }));
  }
}

const isAlive = ({ secondsAgo }: SeenProcess) => secondsAgo < silentAfterSeconds;

function projectorNow(process: SeenProcess): ServiceNow {
  const { host, version, secondsAgo } = process;
  const silent = { ready: false, why: `it was last heard of ${Math.round(secondsAgo)} s ago` };
  return { name: 'projector', host, version, ...(isAlive(process) ? readinessOf(process) : silent) };
}

/** Whether it is ready, and what its checks remark. */
function readinessOf({ ready, checks }: Readiness): { ready: boolean; why?: string } {
  const remarks = Object.entries(checks).flatMap(([check, said]) => (said === 'ok' ? [] : [`${check}: ${said}`]));
  return remarks.length === 0 ? { ready } : { ready, why: remarks.join('; ').slice(0, 1_000) };
}
