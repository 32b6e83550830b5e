/** The archive that is being imported. An item is an article of a file; it has no article if none was read for it. */
export const spoolTables = `
PRAGMA journal_mode = OFF;
PRAGMA synchronous = OFF;
PRAGMA cache_size = -32768;
CREATE TABLE item (number INTEGER PRIMARY KEY, source TEXT, external_id TEXT, published_at TEXT, article_file TEXT,
                   is_whole INTEGER NOT NULL DEFAULT 0, is_draft INTEGER NOT NULL DEFAULT 0,
                   article TEXT);
CREATE UNIQUE INDEX item_by_name ON item (source, external_id);
CREATE TABLE comment (number INTEGER PRIMARY KEY, item INTEGER NOT NULL, external_id TEXT NOT NULL, parent_id TEXT,
                      posted_at TEXT, is_timeless INTEGER NOT NULL, person TEXT NOT NULL, file TEXT NOT NULL,
                      line INTEGER NOT NULL, comment TEXT NOT NULL, parent INTEGER, depth INTEGER, reparented TEXT);
CREATE INDEX comment_by_id ON comment (item, external_id);
`;

/** A comment without a time of its own gets its article's date, or else the time of the article's earliest comment. */
export const giveTimes = `
UPDATE comment SET posted_at = coalesce(published_at, earliest, ?)
FROM item JOIN (SELECT item, min(posted_at) AS earliest FROM comment GROUP BY item) AS ofItem ON ofItem.item = item.number
WHERE is_timeless AND comment.item = item.number`;

const giveDepths = `
WITH RECURSIVE down (number, depth) AS (
  SELECT number, 1 FROM comment WHERE parent IS NULL AND depth IS NULL
  UNION ALL SELECT comment.number, down.depth + 1 FROM comment JOIN down ON comment.parent = down.number)
UPDATE comment SET depth = down.depth FROM down WHERE down.number = comment.number`;

/** Finds parents among the comments of the same article, and the depths of all comments below top-level ones. */
export const resolveParents = [
  `UPDATE comment SET parent = (SELECT min(number) FROM comment AS parent
  WHERE parent.item = comment.item AND parent.external_id = comment.parent_id AND parent.number <> comment.number)
WHERE parent_id IS NOT NULL`,
  `UPDATE comment SET reparented = CASE parent_id WHEN external_id THEN 'itself' ELSE 'lost' END
WHERE parent_id IS NOT NULL AND parent IS NULL`,
  'CREATE INDEX comment_by_parent ON comment (parent) WHERE parent IS NOT NULL',
  giveDepths,
];

/** The depths below comments that were cut out of a circle, and the order of sending: parents before replies, else by time. */
export const resolveCut = [giveDepths, 'CREATE INDEX comment_in_order ON comment (depth, posted_at, number)', 'COMMIT'];

const held = `WITH RECURSIVE held AS (
  SELECT comment.number FROM comment JOIN item ON item.number = comment.item
  WHERE parent_id IS NOT NULL AND parent IS NULL AND NOT is_whole
  UNION SELECT comment.number FROM comment JOIN held ON comment.parent = held.number)`;

export const dropOrphans = `${held} DELETE FROM comment WHERE number IN (SELECT number FROM held)`;

/** Whether an article of the file is imported, or a comment under one of any file. */
export const bringsIn = `
SELECT EXISTS (SELECT 1 FROM item WHERE article_file = ?1 AND article IS NOT NULL)
    OR EXISTS (SELECT 1 FROM comment JOIN item ON item.number = comment.item
               WHERE comment.file = ?1 AND article IS NOT NULL) AS found`;

const undated = `SELECT number FROM item WHERE article IS NOT NULL AND published_at IS NULL AND NOT is_whole`;

export const dropCommentsOfUndated = `DELETE FROM comment WHERE item IN (${undated})`;
export const dropUndated = `DELETE FROM item WHERE number IN (${undated})`;

/** Each category once for each article that has it. */
export const categories = `
SELECT value AS category, count(DISTINCT number) AS articles
FROM item, json_each(article, '$.provenance.categories') WHERE article IS NOT NULL AND value <> ''
GROUP BY value ORDER BY articles DESC, category`;
