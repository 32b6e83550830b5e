import { StatementsMigration } from '#postgres/migrations/statements-migration.js';

/**
 * How far this version has folded a stream of whose events older ones may not know every field; and why the system
 * gave a draft back. What is stored by now was
 * written by services that told nothing which their projector did not know. Only house views are folded anew: their
 * projector did not keep the entries, of which a newer renderer makes them.
 */
export class FoldedStreams1700000000029 extends StatementsMigration {
  readonly name = 'FoldedStreams1700000000029';
  protected readonly statements = [
    `CREATE TABLE IF NOT EXISTS folded_stream (stream text PRIMARY KEY, version integer NOT NULL)`,
    `ALTER TABLE draft ADD COLUMN IF NOT EXISTS reason text`,
    `INSERT INTO folded_stream SELECT stream, version FROM stream_progress
      WHERE stream LIKE 'article-%' AND stream NOT IN
        (SELECT 'article-' || article_id FROM article_page WHERE house_html IS NOT NULL)
      OR stream = 'site' ON CONFLICT (stream) DO NOTHING`,
  ];
}
