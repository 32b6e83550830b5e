import { articleEvents, draftEvents } from '#contracts/articles/article.events.js';
import type { BroadsideEvent } from '#contracts/events.js';
import { sectionEvents } from '#contracts/sections/section.events.js';
import { siteEvents } from '#contracts/site/site.events.js';
import type { Projection } from '#projection/projection.js';
import type { FoldedStreamRow } from './folded-stream.entity.js';

const types = { ...articleEvents, ...draftEvents, ...sectionEvents, ...siteEvents };

const sqlLoad = `SELECT stream, version FROM listening.folded_stream WHERE stream = ANY($1)`;
const sqlSave = `
INSERT INTO listening.folded_stream (stream, version) SELECT * FROM unnest($1::text[], $2::int[])
ON CONFLICT (stream) DO UPDATE SET version = excluded.version`;

/** How far this version has folded the streams of articles, sections and the site, without an older one in between. */
export const foldedStream: Projection<FoldedStreamRow, unknown, BroadsideEvent> = {
  name: 'folded-stream',
  rowIds: ({ type, stream }) => (Object.hasOwn(types, type) ? [stream] : []),
  load: async (client, streams) => {
    const query = { name: 'load-folded-streams', text: sqlLoad, values: [streams] };
    const { rows } = await client.query<FoldedStreamRow>(query);
    return new Map(rows.map((row) => [row.stream, row]));
  },
  evolve: (row, { version }, stream) => ((row?.version ?? 0) === version - 1 ? { stream, version } : undefined),
  save: async (client, rows) => {
    const values = [rows.map(({ stream }) => stream), rows.map(({ version }) => version)];
    await client.query({ name: 'save-folded-streams', text: sqlSave, values });
  },
};
