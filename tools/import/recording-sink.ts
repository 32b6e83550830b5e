import type { ArchiveArticle, ArchiveComment, ArchiveSink, Skipped } from './archive.js';

/** Records what a reader finds, for tests of readers. */
export class RecordingSink implements ArchiveSink {
  readonly items: { source?: string; article?: ArchiveArticle; comments: ArchiveComment[]; dropped?: boolean }[] = [];
  readonly skipped: Omit<Skipped, 'file'>[] = [];
  readonly protectedPosts: { source: string; article: ArchiveArticle; comments: number }[] = [];
  passedOver = 0;
  private readonly names = new Map<string, number>();

  newItem(): number {
    return this.items.push({ comments: [] }) - 1;
  }

  itemOf(source: string, externalId: string): number {
    const name = `${source} ${externalId}`;
    const known = this.names.get(name) ?? this.newItem();
    this.names.set(name, known);
    return known;
  }

  addComment(item: number, comment: ArchiveComment): void {
    this.items[item]?.comments.push(comment);
  }

  setArticle(item: number, source: string, article: ArchiveArticle): boolean {
    Object.assign(this.items[item] ?? {}, { source, article });
    return true;
  }

  dropItem(item: number): number {
    Object.assign(this.items[item] ?? {}, { dropped: true });
    return this.items[item]?.comments.length ?? 0;
  }

  skip(skipped: Omit<Skipped, 'file'>): void {
    this.skipped.push(skipped);
  }

  passOver(characters: number): void {
    this.passedOver += characters;
  }

  foundProtected(source: string, article: ArchiveArticle, comments: number): void {
    this.protectedPosts.push({ source, article, comments });
  }
}
