import { Global, Module, type DynamicModule, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { connectPublisher } from '#kafka/publisher.js';
import { PeriodicTask } from '#process/periodic-task.js';
import { HealthChecks } from '#process/health-checks.js';
import { Metrics } from '#process/metrics.js';
import { migrateDatabase } from '#postgres/migrations/migrate-database.js';
import type { DatabaseTables } from '#postgres/migrations/table-group.js';
import { createPool, indexPlans } from '#postgres/postgres-pool.js';
import { requireWritable } from '#postgres/require-writable.js';
import { SharedConnection } from '#postgres/shared-connection.js';
import { LOG } from '#process/service.module.js';
import { retryUntilAvailable } from '#process/retry-until-available.js';
import type { Pool } from 'pg';
import type { Logger } from 'pino';
import { deleteOldCommands, deleteOldCommandsEveryMs } from '../delete-old-commands.js';
import { PostgresEventStore } from '../postgres-event-store.js';
import { measureOutbox, type OutboxMeasure } from '../relay/measure-outbox.js';
import { Relay } from '../relay/relay.js';

export const POOL = Symbol('pool');
/** A {@link SharedConnection} of the pool, for small look-ups. */
export const LOOK_UPS = Symbol('look-ups');
export const EVENT_STORE = Symbol('event store');
export const RELAY = Symbol('relay');
const FORGETTING_COMMANDS = Symbol('forgetting commands');

export interface EventStoreOptions {
  service: string;
  databaseUrl: string;
  brokers: string[];
  /** Milliseconds to wait for the database at startup. */
  startWithinMs: number;
  /** All table groups of the database, the store's first. */
  tables: DatabaseTables;
}

/** The event store of a service: pool, store and relay, with their tables, health checks and metrics. */
@Global()
@Module({})
export class EventStoreModule {
  static of({ service, databaseUrl, brokers, startWithinMs, tables }: EventStoreOptions): DynamicModule {
    return {
      module: EventStoreModule,
      providers: [
        {
          provide: POOL,
          inject: [LOG],
          useFactory: async (log: Logger) => {
            const pool = createPool(databaseUrl, { name: service, max: 20, settings: indexPlans });
            const limits = { log, limitMs: startWithinMs };
            const migrate = () => migrateDatabase(databaseUrl, tables, { name: service });
            const migrations = await retryUntilAvailable(`the database of ${service}`, migrate, limits);
            if (migrations.length > 0) log.info({ migrations }, 'the database was migrated');
            return pool;
          },
        },
        { provide: LOOK_UPS, inject: [POOL], useFactory: (pool: Pool) => new SharedConnection(pool) },
        {
          provide: RELAY,
          inject: [POOL, LOG, Metrics],
          useFactory: (pool: Pool, log: Logger, metrics: Metrics) => {
            const relayed = metrics.counter('relayed_events_total', 'Events this process has sent to Kafka');
            return new Relay({
              databaseUrl,
              pool,
              connectPublisher: () =>
                connectPublisher(brokers, `${service}-relay`, (level, message, detail) => log[level](detail, message)),
              log: (level, message, detail) => log[level](detail ?? {}, message),
              onRelayed: (count) => relayed.inc(count),
            });
          },
        },
        {
          provide: EVENT_STORE,
          inject: [POOL, RELAY],
          useFactory: (pool: Pool, relay: Relay) => {
            const store = new PostgresEventStore(pool);
            store.whenCommitted(() => relay.wake());
            return store;
          },
        },
        {
          provide: FORGETTING_COMMANDS,
          inject: [POOL, LOG],
          useFactory: (pool: Pool, log: Logger) =>
            new PeriodicTask({
              ...{ what: 'forgetting old commands', everyMs: deleteOldCommandsEveryMs, log },
              work: (signal) => deleteOldCommands(pool, signal),
            }),
        },
        {
          provide: EventStoreLifecycle,
          inject: [POOL, RELAY, FORGETTING_COMMANDS, HealthChecks, Metrics],
          useFactory: (pool: Pool, relay: Relay, forgetting: PeriodicTask, health: HealthChecks, metrics: Metrics) =>
            new EventStoreLifecycle(pool, relay, forgetting, health, metrics),
        },
      ],
      exports: [POOL, LOOK_UPS, EVENT_STORE, RELAY],
    };
  }
}

class EventStoreLifecycle implements OnModuleInit, OnApplicationShutdown {
  constructor(
    private readonly pool: Pool,
    private readonly relay: Relay,
    private readonly forgettingCommands: PeriodicTask,
    private readonly health: HealthChecks,
    private readonly metrics: Metrics,
  ) {}

  onModuleInit(): void {
    this.health.register('database', () => requireWritable(this.pool));
    const { metrics, pool, relay } = this;
    let measure: Promise<OutboxMeasure> | undefined;
    metrics.gauge('relay_leads', 'Whether this process relays the outbox', [], (gauge) =>
      gauge.set(relay.isLeading ? 1 : 0),
    );
    metrics.gauge('outbox_depth', 'Events waiting for Kafka, counted up to 100,000', [], async (gauge) => {
      measure = measureOutbox(pool);
      gauge.set((await measure).depth);
    });
    metrics.gauge('outbox_republished', 'Stored events to be sent once more, up to 100,000', [], async (gauge) =>
      gauge.set((await measure)?.republished ?? 0),
    );
    metrics.gauge('outbox_oldest_seconds', 'Age of the event that has waited longest', [], async (gauge) =>
      gauge.set((await measure)?.oldestSeconds ?? 0),
    );
    metrics.gauge(
      'database_oldest_snapshot_seconds',
      'Age of the oldest snapshot; an old one bloats the outbox',
      [],
      async (gauge) => gauge.set((await measure)?.oldestSnapshotSeconds ?? 0),
    );
    relay.start();
    this.forgettingCommands.start();
  }

  async onApplicationShutdown(): Promise<void> {
    await Promise.all([this.relay.stop(), this.forgettingCommands.stop()]);
    await this.pool.end();
  }
}
