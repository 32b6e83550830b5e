import type { BroadsideEvent } from '#contracts/events.js';
import type { ClientBase } from 'pg';
import { pipelined } from '#postgres/pipelined.js';
import type { LoadedContext, Projection, ProjectionSet } from './projection.js';

interface Table<Context> {
  projection: Projection<unknown, Context, unknown>;
  rows: Map<string, unknown>;
  changed: Set<string>;
}

const idsToLoad = (projection: Pick<Projection<unknown>, 'rowIds' | 'begins'>, events: BroadsideEvent[]) => [
  ...new Set(events.flatMap((event) => (projection.begins?.(event) ? [] : projection.rowIds(event)))),
];

/** The rows that a batch changes, folded in memory and written at its end. */
export class RowCache<Context> {
  private constructor(
    private readonly tables: Table<Context>[],
    private readonly loaded: LoadedContext<Context, unknown>,
  ) {}

  /** An empty cache, for messages that are not applied. */
  static empty(): RowCache<unknown> {
    return new RowCache<unknown>([], { context: undefined, opened: (event) => event });
  }

  static async load<Context>(
    client: ClientBase,
    set: ProjectionSet<Context>,
    events: BroadsideEvent[],
  ): Promise<RowCache<Context>> {
    const projections = set.projections as readonly Projection<unknown, Context, unknown>[];
    const loading = projections.map(async (projection): Promise<Table<Context>> => {
      const ids = projection.load ? idsToLoad(projection, events) : [];
      const rows = ids.length > 0 ? await projection.load?.(client, ids) : undefined;
      return { projection, rows: rows ?? new Map<string, unknown>(), changed: new Set() };
    });
    // An error must be thrown as a rejected promise; otherwise another promise would be left that nobody awaits.
    const preparing = (async () => set.loadContext(events, client))();
    const [tables, loaded] = await pipelined([pipelined(loading), preparing]);
    return new RowCache(tables, loaded as LoadedContext<Context, unknown>);
  }

  /** Applies one event to every table, or to none if one of them refuses it. @throws what `evolve` threw. */
  apply(event: BroadsideEvent): void {
    const changes: (() => void)[] = [];
    const opened = this.loaded.opened(event);
    for (const { projection, rows, changed } of this.tables) {
      for (const id of projection.rowIds(event)) {
        const row = projection.evolve(rows.get(id), opened, id, this.loaded.context);
        if (row === undefined) continue;
        changes.push(() => {
          rows.set(id, row);
          changed.add(id);
        });
      }
    }
    for (const change of changes) change();
  }

  /** Saves the rows that only this partition writes. */
  async save(client: ClientBase): Promise<void> {
    await this.saveThose(client, ({ isShared }) => isShared !== true);
  }

  /** Saves the rows that other partitions write too, in the order of the projections; to be called last. */
  async saveShared(client: ClientBase): Promise<void> {
    await this.saveThose(client, ({ isShared }) => isShared === true);
  }

  private async saveThose(client: ClientBase, isOfThem: (of: Table<Context>['projection']) => boolean): Promise<void> {
    const touched = this.tables.filter(({ projection, changed }) => changed.size > 0 && isOfThem(projection));
    await pipelined(
      touched.map(async ({ projection, rows, changed }) =>
        projection.save(
          client,
          [...changed].map((id) => rows.get(id)),
        ),
      ),
    );
  }
}
