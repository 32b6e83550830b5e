import type { ArchiveArticle, ArchiveComment } from './archive.js';

export interface SpooledArticle {
  item: number;
  source: string;
  file: string;
  article: ArchiveArticle;
  /** The time of the article's earliest comment. */
  firstCommentAt: string | null;
}

/** Why a reply becomes top-level: its parent is not imported, it is part of a circle, or it names itself. */
export type Reparented = 'lost' | 'circle' | 'itself';

export interface SpooledComment {
  item: number;
  source: string;
  file: string;
  line: number;
  isReply: boolean;
  reparented: Reparented | null;
  /** Whether it had no time of its own. */
  isTimeless: boolean;
  depth: number;
  comment: ArchiveComment & { postedAt: string };
}
