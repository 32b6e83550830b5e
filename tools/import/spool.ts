import { createHash } from 'node:crypto';
import { DatabaseSync, type SQLOutputValue, type StatementSync } from 'node:sqlite';
import { type ArchiveArticle, type ArchiveComment, type ArchiveSink, type Skipped } from './archive.js';
import { Attachments } from './attachments.js';
import { withGalleries, type Attachment } from './galleries.js';
import { resolveComments } from './resolve-comments.js';
import type { CategoryCount } from './sections/propose-mapping.js';
import * as sql from './spool.sql.js';
import type { Reparented, SpooledArticle, SpooledComment } from './spooled.js';

type Row = Record<string, SQLOutputValue>;

/** An unnamed temporary file of SQLite: it disappears with the process, however that ends. */
const nameless = '';

/** The archive that is being imported, on disk: files may come in any order, and memory stays flat however large they are. */
export class Spool implements ArchiveSink {
  private readonly database = new DatabaseSync(nameless);
  private readonly attachments: Attachments;
  private readonly statements = new Map<string, StatementSync>();
  private file = '';

  /** How many characters that XML forbids were ignored. */
  passedOver = 0;

  constructor(private readonly skipped: (skipped: Skipped) => void = () => undefined) {
    this.database.exec(sql.spoolTables);
    this.attachments = new Attachments(this.database);
    this.database.exec('BEGIN');
  }

  /** Sets the file of the items that follow. */
  startFile(file: string): void {
    this.file = file;
  }

  newItem(): number {
    return Number(this.statement('INSERT INTO item DEFAULT VALUES').run().lastInsertRowid);
  }

  itemOf(source: string, externalId: string): number {
    const known = this.find(source, externalId);
    if (known !== undefined) return known;
    const insert = this.statement('INSERT INTO item (source, external_id) VALUES (?, ?)');
    return Number(insert.run(source, externalId).lastInsertRowid);
  }

  addComment(item: number, comment: ArchiveComment, line: number): void {
    const { externalId, parentExternalId = null, postedAt, name, email = '', emailHash = '' } = comment;
    const person = createHash('sha1').update(JSON.stringify([name, email.toLowerCase(), emailHash]));
    this.statement(
      `INSERT INTO comment (item, external_id, parent_id, posted_at, is_timeless, person, file, line, comment)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    ).run(
      ...([item, externalId, parentExternalId, postedAt, Number(postedAt === null)] as const),
      ...([person.digest('base64url'), this.file, line, JSON.stringify(comment)] as const),
    );
  }

  setArticle(item: number, source: string, article: ArchiveArticle, isWhole = false): boolean {
    const known = this.find(source, article.externalId);
    if (known !== undefined && known !== item) {
      this.statement('UPDATE comment SET item = ? WHERE item = ?').run(known, item);
      this.statement('DELETE FROM item WHERE number = ?').run(item);
    }
    const set = this.statement(
      `UPDATE item SET source = ?, external_id = ?, published_at = ?, is_whole = ?, is_draft = ?, article_file = ?, article = ?
       WHERE number = ? AND article IS NULL`,
    );
    const { externalId, publishedAt, unpublished } = article;
    return (
      set.run(
        ...([source, externalId, publishedAt, Number(isWhole), Number(unpublished !== undefined), this.file] as const),
        ...([JSON.stringify(article), known ?? item] as const),
      ).changes === 1
    );
  }

  dropItem(item: number): number {
    this.statement('DELETE FROM item WHERE number = ?').run(item);
    return this.dropComments(item);
  }

  skip(skipped: Omit<Skipped, 'file'>): void {
    this.skipped({ file: this.file, ...skipped });
  }

  passOver(characters: number): void {
    this.passedOver += characters;
  }

  addAttachment(source: string, attachment: Attachment): void {
    this.attachments.add(source, attachment);
  }

  /** Finds each comment's time and depth, and each reply's parent among the comments of its article. */
  resolve(): Promise<void> {
    return resolveComments(this.database);
  }

  /**
   * Removes what would be imported wrongly because a file is cut off: undated articles that may continue after the cut, and
   * replies without their parent, with everything below them. A rerun imports them.
   * @returns how many of each.
   */
  holdBack(): { articles: number; comments: number } {
    const orphans = Number(this.statement(sql.dropOrphans).run().changes);
    const ofUndated = Number(this.statement(sql.dropCommentsOfUndated).run().changes);
    return { articles: Number(this.statement(sql.dropUndated).run().changes), comments: orphans + ofUndated };
  }

  /** The categories of all articles, those with the most first. */
  categories(): Iterable<CategoryCount> {
    return this.statement(sql.categories).iterate() as unknown as Iterable<CategoryCount>;
  }

  /** What is public in its archive. */
  articles(): Generator<SpooledArticle> {
    return this.items(false);
  }

  /** What is not. */
  drafts(): Generator<SpooledArticle> {
    return this.items(true);
  }

  private *items(areDrafts: boolean): Generator<SpooledArticle> {
    const rows = this.statement(
      `SELECT number AS item, source, article_file AS file, article, (SELECT min(posted_at) FROM comment WHERE comment.item = item.number) AS first
       FROM item WHERE article IS NOT NULL AND is_draft = ? ORDER BY number`,
    ).iterate(Number(areDrafts)) as Iterable<Row>;
    for (const { item, source, file, article, first } of rows) {
      yield {
        item: item as number,
        file: file as string,
        source: source as string,
        article: withGalleries(JSON.parse(article as string) as ArchiveArticle, (wanted) =>
          this.attachments.find(source as string, wanted),
        ),
        firstCommentAt: first as string | null,
      };
    }
  }

  /** Comments of known articles, parents before replies. */
  *comments(): Generator<SpooledComment> {
    const rows = this.statement(
      `SELECT item, source, file, line, posted_at, is_timeless, parent, reparented, depth, comment
       FROM comment JOIN item ON item.number = comment.item
       WHERE article IS NOT NULL AND NOT is_draft ORDER BY depth, posted_at, comment.number`,
    ).iterate() as Iterable<Row>;
    for (const { item, source, file, line, parent, depth, reparented, ...row } of rows) {
      yield {
        item: item as number,
        source: source as string,
        file: file as string,
        line: line as number,
        isReply: parent !== null,
        reparented: reparented as Reparented | null,
        isTimeless: row['is_timeless'] === 1,
        depth: depth as number,
        comment: { ...(JSON.parse(row['comment'] as string) as ArchiveComment), postedAt: row['posted_at'] as string },
      };
    }
  }

  /** Comments that name an article which no file has, or one that is not public. */
  *strangers(): Generator<Skipped> {
    const rows = this.statement(
      `SELECT comment.external_id AS id, file, line, is_draft FROM comment JOIN item ON item.number = comment.item
       WHERE article IS NULL OR is_draft ORDER BY comment.number`,
    ).iterate() as Iterable<Row>;
    for (const { id, file, line, is_draft: isDraft } of rows) {
      const reason = isDraft === 1 ? 'comment, of what is not public' : 'comment, of an article that is in no file';
      yield { reason, id: id as string, file: file as string, line: line as number };
    }
  }

  /** How much is to be sent. */
  count(): { articles: number; comments: number; persons: number } {
    return this.statement(
      `SELECT (SELECT count(*) FROM item WHERE article IS NOT NULL AND NOT is_draft) AS articles, count(*) AS comments,
              count(DISTINCT source || ' ' || person) AS persons
       FROM comment JOIN item ON item.number = comment.item WHERE article IS NOT NULL AND NOT is_draft`,
    ).get() as unknown as { articles: number; comments: number; persons: number };
  }

  /** Leaves out the comments of an article. @returns how many. */
  dropComments(item: number): number {
    return Number(this.statement('DELETE FROM comment WHERE item = ?').run(item).changes);
  }

  /** Whether anything of a file is imported. */
  bringsIn(file: string): boolean {
    return this.statement(sql.bringsIn).get(file)?.['found'] === 1;
  }

  close(): void {
    this.database.close();
  }

  private find(source: string, externalId: string): number | undefined {
    const select = this.statement('SELECT number FROM item WHERE source = ? AND external_id = ?');
    return select.get(source, externalId)?.['number'] as number | undefined;
  }

  private statement(text: string): StatementSync {
    let statement = this.statements.get(text);
    if (!statement) this.statements.set(text, (statement = this.database.prepare(text)));
    return statement;
  }
}
