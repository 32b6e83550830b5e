import type { RecordedEvent } from '#contracts/envelope.js';
import { pipelined } from '#postgres/pipelined.js';
import type { ClientBase } from 'pg';
import type { Projection, ProjectionSet } from './projection.js';

type EventProjection = Projection<unknown, unknown, RecordedEvent>;

interface Draft {
  projection: EventProjection;
  rows: Map<string, { stream: string; row: unknown }>;
}

/** Rows that are folded from their beginning in memory, apart from the stored rows. */
export class DraftRows {
  private readonly drafts: Draft[] = [];
  /** Streams that share a row with another stream: neither alone determines it. */
  readonly sharing = new Set<string>();
  /** The same set, with its rows in memory. */
  readonly set: ProjectionSet;

  constructor(set: ProjectionSet) {
    this.set = {
      ...set,
      projections: set.projections.map((projection) => this.draftOf(projection as EventProjection)),
    };
  }

  /** Writes the rows of these streams; as in a batch, those that other partitions write too come last. */
  async save(client: ClientBase, streams: ReadonlySet<string>): Promise<void> {
    const [shared, own] = [true, false].map((isShared) =>
      this.drafts.filter(({ projection }) => (projection.isShared === true) === isShared),
    ) as [Draft[], Draft[]];
    await saveThose(own, client, streams);
    await saveThose(shared, client, streams);
  }

  private draftOf(projection: EventProjection): EventProjection {
    const rows: Draft['rows'] = new Map();
    this.drafts.push({ projection, rows });
    return {
      ...projection,
      load: (_client, ids) =>
        Promise.resolve(
          new Map(
            ids.flatMap((id) => {
              const found = rows.get(id);
              return found ? [[id, found.row] as const] : [];
            }),
          ),
        ),
      evolve: (row, event, id, context) => {
        const { stream } = event;
        const owner = rows.get(id)?.stream ?? stream;
        if (owner !== stream) {
          this.sharing.add(owner).add(stream);
          throw new Error(
            `row ${id} of ${projection.name} is made by two streams, and cannot be folded by one of them`,
          );
        }
        const after = projection.evolve(row, event, id, context);
        if (after !== undefined) rows.set(id, { stream, row: after });
        return after;
      },
    };
  }
}

async function saveThose(drafts: Draft[], client: ClientBase, streams: ReadonlySet<string>): Promise<void> {
  await pipelined(
    drafts.map(async ({ projection, rows }) => {
      const found = [...rows.values()].filter(({ stream }) => streams.has(stream));
      if (found.length > 0) {
        await projection.save(
          client,
          found.map(({ row }) => row),
        );
      }
    }),
  );
}
