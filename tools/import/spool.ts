import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync, type SQLOutputValue } from 'node:sqlite';
import type { ArticleLine, CommentLine, Line } from './json-lines-format.js';

export interface SpooledComment {
  number: number;
  parent: number | null;
  /** It names a parent that does not come in with it. */
  reparented: boolean;
  depth: number;
  line: CommentLine;
}

type Row = Record<string, SQLOutputValue>;

const tables = `
PRAGMA journal_mode = OFF;
PRAGMA synchronous = OFF;
CREATE TABLE article (number INTEGER PRIMARY KEY, slug TEXT UNIQUE, line TEXT);
CREATE TABLE comment (number INTEGER PRIMARY KEY, slug TEXT, id TEXT, parent_id TEXT, posted_at TEXT, line TEXT,
                      parent INTEGER, depth INTEGER);
CREATE INDEX comment_by_id ON comment (slug, id);
CREATE INDEX comment_by_parent ON comment (parent);
`;

const giveDepths = (roots: string) => `
WITH RECURSIVE down (number, depth) AS (
  SELECT number, 1 FROM comment WHERE ${roots}
  UNION ALL SELECT comment.number, down.depth + 1 FROM comment JOIN down ON comment.parent = down.number)
UPDATE comment SET depth = down.depth FROM down WHERE down.number = comment.number`;

/** The archive on its way in, on disk: files may come in any order, and memory stays flat however large they are. */
export class Spool {
  private readonly folder = mkdtempSync(join(tmpdir(), 'broadside-import-'));
  private readonly database = new DatabaseSync(join(this.folder, 'spool.sqlite'));

  constructor() {
    this.database.exec(tables);
    this.database.exec('BEGIN');
  }

  private readonly addArticle = lazily(() =>
    this.database.prepare('INSERT INTO article (slug, line) VALUES (?, ?) ON CONFLICT DO NOTHING'),
  );

  private readonly addComment = lazily(() =>
    this.database.prepare('INSERT INTO comment (slug, id, parent_id, posted_at, line) VALUES (?, ?, ?, ?, ?)'),
  );

  add(line: Line): void {
    if (line.kind === 'article') {
      this.addArticle().run(line.article.slug, JSON.stringify(line.article));
      return;
    }
    const { articleSlug, id, parentId, postedAt } = line.comment;
    this.addComment().run(articleSlug, id, parentId ?? null, postedAt, JSON.stringify(line.comment));
  }

  /**
   * Finds each reply's parent among the comments of its article, and each comment's depth. A circle of replies is cut
   * at its earliest comment, which becomes top-level; what hangs below keeps its place.
   */
  resolve(): void {
    this.database.exec(`
      UPDATE comment SET parent = (SELECT min(number) FROM comment AS parent
        WHERE parent.slug = comment.slug AND parent.id = comment.parent_id AND parent.number <> comment.number)
      WHERE parent_id IS NOT NULL;
      ${giveDepths('parent IS NULL')};
      CREATE INDEX comment_in_circle ON comment (number) WHERE depth IS NULL;`);
    const inCircle = this.database.prepare('SELECT number FROM comment WHERE depth IS NULL LIMIT 1');
    const cut = this.database.prepare('UPDATE comment SET parent = NULL WHERE number = ?');
    const below = this.database.prepare(giveDepths('number = ?'));
    for (let found = inCircle.get(); found; found = inCircle.get()) {
      const first = this.earliestOfCircle(found['number'] as number);
      cut.run(first);
      below.run(first);
    }
    this.database.exec('COMMIT');
  }

  /** The earliest comment of the circle to which a chain of parents leads. */
  private earliestOfCircle(start: number): number {
    const parentOf = this.database.prepare('SELECT number, parent, posted_at FROM comment WHERE number = ?');
    const walked = new Map<number, string>();
    let at = start;
    for (let row = parentOf.get(at); row && !walked.has(at); row = parentOf.get(at)) {
      walked.set(at, row['posted_at'] as string);
      at = row['parent'] as number;
    }
    const chain = [...walked];
    const circle = chain.slice(chain.findIndex(([number]) => number === at));
    return circle.reduce((first, each) => (each[1] < first[1] ? each : first))[0];
  }

  /**
   * Takes out what could only come in wrongly while a file is cut off by a bad line: replies whose parent may stand
   * behind it, with all that hangs below them, and articles whose date it may hold. A rerun brings them.
   * @returns how many of each.
   */
  holdBack(): { articles: number; comments: number } {
    const held = `WITH RECURSIVE held AS (
      SELECT number FROM comment WHERE parent_id IS NOT NULL AND parent IS NULL
      UNION SELECT comment.number FROM comment JOIN held ON comment.parent = held.number)`;
    const comments = this.database
      .prepare(`${held} DELETE FROM comment WHERE number IN (SELECT number FROM held)`)
      .run();
    const undated = `SELECT slug FROM article WHERE line ->> 'publishedAt' IS NULL`;
    const theirs = this.database.prepare(`DELETE FROM comment WHERE slug IN (${undated})`).run();
    const articles = this.database.prepare(`DELETE FROM article WHERE slug IN (${undated})`).run();
    return { articles: Number(articles.changes), comments: Number(comments.changes) + Number(theirs.changes) };
  }

  /** Articles, with the time of the earliest comment for those that have no date. */
  *articles(): Generator<{ article: ArticleLine; firstCommentAt: string | null }> {
    const rows = this.database
      .prepare(
        `SELECT line, (SELECT min(posted_at) FROM comment WHERE comment.slug = article.slug) AS first
         FROM article ORDER BY number`,
      )
      .iterate() as Iterable<Row>;
    for (const { line, first } of rows) {
      yield { article: JSON.parse(line as string) as ArticleLine, firstCommentAt: first as string | null };
    }
  }

  /** Comments of known articles, parents before replies, level by level and by time. */
  *comments(): Generator<SpooledComment> {
    const rows = this.database
      .prepare(
        `SELECT comment.*, comment.line AS line FROM comment JOIN article USING (slug)
         ORDER BY depth, posted_at, comment.number`,
      )
      .iterate() as Iterable<Row>;
    for (const row of rows) {
      yield {
        number: row['number'] as number,
        parent: row['parent'] as number | null,
        reparented: row['parent_id'] !== null && row['parent'] === null,
        depth: row['depth'] as number,
        line: JSON.parse(row['line'] as string) as CommentLine,
      };
    }
  }

  /** How many comments name an article that is in none of the files, by its slug. */
  strangers(): { slug: string; comments: number }[] {
    return this.database
      .prepare(
        `SELECT slug, count(*) AS comments FROM comment
         WHERE NOT EXISTS (SELECT 1 FROM article WHERE article.slug = comment.slug) GROUP BY slug ORDER BY slug`,
      )
      .all() as unknown as { slug: string; comments: number }[];
  }

  /** How much there is to send. */
  count(): { articles: number; comments: number } {
    return this.database
      .prepare(
        `SELECT (SELECT count(*) FROM article) AS articles,
                (SELECT count(*) FROM comment JOIN article USING (slug)) AS comments`,
      )
      .get() as unknown as { articles: number; comments: number };
  }

  close(): void {
    this.database.close();
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** Prepared at its first use, when the tables are there. */
function lazily<Value>(make: () => Value): () => Value {
  let value: Value | undefined;
  return () => (value ??= make());
}
