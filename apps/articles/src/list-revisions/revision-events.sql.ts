import type { OpenedOf } from '#contracts/events.js';

/** The events that say what an article or draft says from then on. */
export const tellsContent = `type IN ('ArticleDrafted', 'ArticlePublished', 'ArticleRevised')`;

export const revisionColumns = `id, type, version,
  to_char(occurred_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS at, data->'actor' AS actor`;

/** A stored event of a revision; `data` may be a part of it. */
export interface RevisionEvent<Data> {
  id: string;
  type: 'ArticleDrafted' | 'ArticlePublished' | 'ArticleRevised';
  version: number;
  at: string;
  actor: OpenedOf<'ArticleRevised'>['data']['actor'];
  data: Data;
}
