import type { Projection } from '#projection/projection.js';
import type { FoldedStreamRow } from '#read-models/folded-stream/folded-stream.entity.js';
import { loadFoldedStreams } from '#read-models/folded-stream/load-folded-streams.js';
import { saveFoldedStreams } from '#read-models/folded-stream/save-folded-streams.js';

/** How far this version has folded the streams of articles and of the site, without an older one in between. */
export const foldedStream: Projection<FoldedStreamRow> = {
  name: 'folded-stream',
  rowIds: ({ stream }) => (stream === 'site' || stream.startsWith('article-') ? [stream] : []),
  load: loadFoldedStreams,
  evolve: (row, { version }, stream) => ((row?.version ?? 0) === version - 1 ? { stream, version } : undefined),
  save: saveFoldedStreams,
};
