import type { Projection } from '#projection/projection.js';
import type { FoldedStreamRow } from '#read-models/folded-stream/folded-stream.entity.js';
import { loadFoldedStreams } from '#read-models/folded-stream/load-folded-streams.js';
import { saveFoldedStreams } from '#read-models/folded-stream/save-folded-streams.js';

const shown = /^(site$|article-|section-)/;

/** How far this version has folded the streams of articles, sections and the site, without an older one in between. */
export const foldedStream: Projection<FoldedStreamRow> = {
  name: 'folded-stream',
  rowIds: ({ stream }) => (shown.test(stream) ? [stream] : []),
  load: loadFoldedStreams,
  evolve: (row, { version }, stream) => {
    const after = <Before>(before: Before) => ((before ?? 0) === version - 1 ? version : before);
    const [other, closingVersion] = [after(row?.version), after(row?.closingVersion ?? null)];
    return other === undefined ? undefined : { stream, version: other, closingVersion };
  },
  save: saveFoldedStreams,
};
