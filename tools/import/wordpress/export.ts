import type { ArchiveAuthor, ArchiveSink } from '../archive.js';
import type { ElementHandlers } from './elements.js';
import { Item } from './item.js';
import { plainTextOf } from './plain-text-of.js';

type Fields = Map<string, string>;

const channel = ['rss', 'channel'];
/** Elements whose white space is kept; in all others it is layout. */
const bodies = new Set(['content:encoded', 'wp:comment_content']);
const isIn = (path: readonly string[], ...names: string[]) =>
  path.length === names.length && names.every((name, index) => path[index] === name);

/** Reads an export element by element, and passes each item to the sink as soon as it is complete. */
export class Export implements ElementHandlers {
  isWordpress = false;
  private readonly authors = new Map<string, ArchiveAuthor>();
  private author: Fields = new Map();
  private item: Item | undefined;
  private comment: { fields: Fields; line: number } | undefined;
  private domain: string | undefined;
  private metaKey: string | undefined;
  private address: string | undefined;

  constructor(
    private readonly sink: ArchiveSink,
    private readonly source: string | undefined,
  ) {}

  open(path: readonly string[], attributes: Record<string, string>, line: number): void {
    if (path.at(-1)?.startsWith('wp:')) this.isWordpress = true;
    if (isIn(path, ...channel, 'item')) this.item = new Item(this.sink, line, this.address);
    else if (isIn(path, ...channel, 'item', 'wp:comment')) this.comment = { fields: new Map(), line };
    else if (isIn(path, ...channel, 'item', 'category')) this.domain = attributes['domain']?.trim();
    else if (isIn(path, ...channel, 'item', 'wp:postmeta')) this.metaKey = undefined;
    else if (isIn(path, ...channel, 'wp:author')) this.author = new Map();
  }

  close(path: readonly string[], written: string): void {
    const [, , kind, part] = path;
    if (path.length < 3 || path[1] !== 'channel') return;
    const text = bodies.has(path.at(-1) ?? '') ? written : written.trim();
    if (this.item && isIn(path, ...channel, 'item', 'wp:post_id')) this.item.numberAsWritten ??= written;
    if (kind === 'item') this.closeInItem(path, text);
    else if (kind === 'wp:author') this.closeInAuthor(path, text);
    else if (part === undefined && (kind === 'wp:base_blog_url' || kind === 'link')) this.address ??= text || undefined;
  }

  /** The export ends in the middle of an item: the item is imported if its comments have begun, because they come last. */
  cutOff(): void {
    if (this.item) this.item.cutOff(this.authors, this.sourceOf(this.item.fields));
  }

  private closeInItem(path: readonly string[], text: string): void {
    const { item } = this;
    if (!item) return;
    const [, , , part = '', field = ''] = path;
    if (path.length === 5 && part === 'wp:comment') setFirst(this.comment?.fields, field, text);
    else if (path.length === 5 && field === 'wp:meta_key') this.metaKey = text;
    else if (path.length === 5 && field === 'wp:meta_value') item.addMeta(this.metaKey, text);
    else if (path.length === 4 && part === 'wp:comment') this.endComment(item);
    else if (path.length === 4 && part === 'category') item.addCategory(this.domain, text);
    else if (path.length === 4) setFirst(item.fields, part, text);
    else if (path.length === 3) {
      this.item = undefined;
      if (!this.isWordpress) item.drop('item, without anything of WordPress');
      else item.end(this.authors, this.sourceOf(item.fields));
    }
  }

  private endComment(item: Item): void {
    if (this.comment) item.addComment(this.comment.fields, this.comment.line);
    this.comment = undefined;
  }

  private closeInAuthor(path: readonly string[], text: string): void {
    if (path.length === 4) setFirst(this.author, path[3] ?? '', text);
    if (path.length !== 3) return;
    const login = this.author.get('wp:author_login') ?? '';
    const name = plainTextOf(this.author.get('wp:author_display_name') ?? '') || login.replace(/@.*/, '');
    const email = this.author.get('wp:author_email') || undefined;
    this.authors.set(login, { name, email });
  }

  /** Identifies the blog: the same in all its exports. */
  private sourceOf(fields: Fields): string {
    if (this.source !== undefined) return this.source;
    const address = this.address ?? fields.get('link') ?? fields.get('guid') ?? '';
    const url = URL.parse(address);
    const path = this.address === undefined ? '' : (url?.pathname.replace(/\/+$/, '') ?? '');
    return url ? `wordpress:${url.host}${path}` : 'wordpress';
  }
}

function setFirst(fields: Fields | undefined, name: string, text: string): void {
  if (fields && !fields.has(name)) fields.set(name, text);
}
