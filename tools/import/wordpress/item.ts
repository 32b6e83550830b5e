import { ArchiveArticle, type ArchiveAuthor, type ArchiveSink } from '../archive.js';
import { whyUnfit } from '../why-unfit.js';
import { articleFields } from './field-names.js';
import { maxFormerNames } from './former-addresses.js';
import { plainTextOf } from './plain-text-of.js';
import { unpublishedStatuses } from './unpublished-of.js';
import { toArticle } from './to-article.js';
import { toComment } from './to-comment.js';
import { wordpressTime } from './wordpress-time.js';

type Fields = Map<string, string>;

/** One `<item>`: a post, a page, an attachment … and its comments. */
export class Item {
  readonly fields: Fields = new Map();
  readonly tags: string[] = [];
  readonly categories: string[] = [];
  readonly formerNames: string[] = [];
  /** The item's number with the white space of its section, by which an earlier version told articles apart. */
  numberAsWritten: string | undefined;
  private readonly number: number;
  private hasComment = false;

  constructor(
    private readonly sink: ArchiveSink,
    private readonly line: number,
    /** The blog's address, as far as it is known. */
    readonly home: string | undefined,
  ) {
    this.number = sink.newItem();
  }

  addCategory(domain = 'category', name: string): void {
    if (domain === 'post_tag') this.tags.push(name);
    else if (domain === 'category') this.categories.push(name);
  }

  /** WordPress keeps the names that a post had among its other fields. */
  addMeta(key: string | undefined, value: string): void {
    if (key === '_wp_old_slug' && this.formerNames.length < maxFormerNames) this.formerNames.push(value);
  }

  addComment(fields: Fields, line: number): void {
    this.hasComment = true;
    const comment = toComment(fields);
    if (typeof comment === 'string') {
      this.sink.skip({ reason: `comment, ${comment}`, id: fields.get('wp:comment_id') ?? '', line });
    } else {
      this.sink.addComment(this.number, comment, line);
    }
  }

  end(authors: Map<string, ArchiveAuthor>, source: string, isWhole = true): void {
    const type = this.fields.get('wp:post_type') || 'post';
    const status = this.fields.get('wp:status') || 'publish';
    if (type === 'attachment') this.attach(source);
    const isPublic = status === 'publish';
    if (type !== 'post' || !(isPublic || unpublishedStatuses.has(status))) {
      this.drop(`${type}, ${status}`);
      return;
    }
    const result = ArchiveArticle.safeParse(toArticle(this, authors), { reportInput: true });
    if (this.fields.get('wp:post_password')) {
      const comments = this.drop('post, with a password');
      if (result.success && isPublic) this.sink.foundProtected?.(source, result.data, comments);
      return;
    }
    if (!result.success) {
      const why = whyUnfit(result.error.issues[0], (name) => articleFields.get(name) ?? name);
      this.drop(`article, its ${why}`);
      return;
    }
    if (!this.sink.setArticle(this.number, source, result.data, isWhole)) {
      this.sink.skip({ reason: 'article, given twice', id: result.data.externalId, line: this.line });
    }
  }

  private attach(source: string): void {
    const field = (name: string) => this.fields.get(name) ?? '';
    const [id, url, title] = [field('wp:post_id'), field('wp:attachment_url'), plainTextOf(field('title'))];
    this.sink.addAttachment?.(source, { id, url, title, parent: field('wp:post_parent') });
  }

  cutOff(authors: Map<string, ArchiveAuthor>, source: string): void {
    if (this.hasComment) this.end(authors, source, false);
    else this.sink.dropItem(this.number);
  }

  get publishedAt(): string | undefined {
    const field = (name: string) => this.fields.get(name);
    return wordpressTime(field('wp:post_date_gmt'), field('pubDate'), field('wp:post_date'));
  }

  /** Removes the item's comments, and records why it is not imported. @returns how many comments. */
  drop(reason: string): number {
    const comments = this.sink.dropItem(this.number);
    const id = this.fields.get('wp:post_id') ?? this.fields.get('link') ?? '';
    this.sink.skip({ reason, id, line: this.line, comments });
    return comments;
  }
}
