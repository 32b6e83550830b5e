import type { ArchiveArticle, ArchiveSink } from './archive.js';

/** A post that its blog protects with a password, as an importer without support for passwords would have published it. */
export interface ProtectedPost {
  source: string;
  article: ArchiveArticle;
  comments: number;
}

/** Collects the protected posts of an export, and counts their comments; ignores everything else. */
export class ProtectedPosts implements ArchiveSink {
  readonly found: ProtectedPost[] = [];
  private readonly comments = new Map<number, number>();
  private last = 0;

  newItem(): number {
    return (this.last += 1);
  }

  itemOf(): number {
    return 0;
  }

  addComment(item: number): void {
    this.comments.set(item, (this.comments.get(item) ?? 0) + 1);
  }

  setArticle(item: number): boolean {
    return this.comments.delete(item);
  }

  dropItem(item: number): number {
    const comments = this.comments.get(item) ?? 0;
    this.comments.delete(item);
    return comments;
  }

  skip(): void {
    // Only protected posts matter, and they are reported separately.
  }

  passOver(): void {
    // As above.
  }

  foundProtected(source: string, article: ArchiveArticle, comments: number): void {
    this.found.push({ source, article, comments });
  }
}
