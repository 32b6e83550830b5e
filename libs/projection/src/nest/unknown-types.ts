import type { Metrics } from '#process/metrics.js';
import type { Pool } from 'pg';
import type { Logger } from 'pino';
import type { ProjectionSet } from '../projection.js';
import { readUnknownTypes, type UnknownType } from '../read-unknown-types.js';
import { knowsType } from '../knows-type.js';
import { UnknownTypeNames } from '../unknown-type-names.js';

/** Logs and metrics for the operator about events whose types only a newer version knows. */
export class UnknownTypes {
  private readonly names = new UnknownTypeNames();
  private readonly told = new Set<string>();
  private readonly events;

  constructor(
    metrics: Metrics,
    private readonly log: Logger,
    private readonly pool: Pool,
    private readonly set: ProjectionSet,
  ) {
    const labels = ['schema', 'type'];
    this.events = metrics.counter(
      'projection_unknown_events_total',
      'Events this process was sent whose type only a newer version knows',
      labels,
    );
    metrics.gauge(
      'projection_unknown_type_streams',
      'Streams that wait for a version that knows a type',
      labels,
      async (made) => {
        const types = await readUnknownTypes(pool, set.schema);
        made.reset();
        for (const { type, streams } of types) made.inc({ schema: set.schema, type: this.names.of(type) }, streams);
      },
    );
  }

  /** Counts arrived events by type; each type is logged once. */
  came(types: readonly string[]): void {
    const { schema } = this.set;
    for (const type of types) {
      this.events.inc({ schema, type: this.names.of(type) });
      this.tell(type);
    }
  }

  /** @returns whether there are streams that can be resumed now. */
  async look(): Promise<boolean> {
    const found: UnknownType[] = await readUnknownTypes(this.pool, this.set.schema);
    for (const { type } of found) if (!knowsType(this.set, type)) this.tell(type);
    return found.some(({ type }) => knowsType(this.set, type));
  }

  private tell(type: string): void {
    const name = this.names.of(type);
    if (this.told.has(name)) return;
    this.told.add(name);
    const { schema, unknownTypes } = this.set;
    const what =
      unknownTypes === 'park'
        ? 'events of a type that only a newer version knows; their streams wait for it'
        : 'events of a type that only a newer version knows are passed by; it will fold their streams again';
    this.log.error({ schema, type: name }, what);
  }
}
