/** The parts of the gateway's answers that the site shows; docs/openapi.json has them whole. */

export interface Author {
  username: string;
  id?: string | null;
}

export interface ArticleInList {
  id: string;
  slug: string;
  title: string;
  description: string;
  tagList: string[];
  createdAt: string;
  updatedAt: string;
  author: Author;
  /** `publishedOn` is a day, as 2026-01-02. */
  source: { name: string; url?: string; author?: string; publishedOn?: string } | null;
  /** What the list of its source is asked for by. */
  sourceKey: string | null;
  section: { slug: string; name: string } | null;
  commentsClosed: boolean;
  commentCount: number;
  /** Whether it is among the reader's favourites, and among how many people's it is. */
  favorited: boolean;
  favoritesCount: number;
  /** The same with the house’s words; null: there are none of them in it. */
  house: { title: string; description: string } | null;
  /** Of an account that has been there before: comments since. */
  newCount?: number;
}

export interface Article extends Omit<ArticleInList, 'house'> {
  house: { title: string; description: string; bodyHtml: string } | null;
  bodyHtml: string;
  remarkHtml: string | null;
  /** A gateway of the version before does not tell it. */
  comments?: { closesAt: string | null; closesAfterDays: number | 'never' | null };
}

export interface CommentAuthor {
  id: string;
  username: string;
  kind: 'guest' | 'account';
  mark?: string;
  website?: string;
  role?: 'editor' | 'moderator' | 'admin';
}

export interface Comment {
  id: number;
  parentId: number | null;
  createdAt: string;
  /** When it became visible. */
  shownAt?: string | null;
  /** When its author changed it last. */
  editedAt?: string;
  /** Who took it away; it has neither text nor author then. */
  deleted?: 'author' | 'staff';
  /** As it was typed. */
  body: string;
  bodyHtml: string;
  author: CommentAuthor;
  /** In the orders of a tree: 0 answers the article. */
  depth?: number;
  held?: true;
}

/** A comment that is answered on this page and stands on another. */
export interface Parent {
  id: number;
  author: Pick<CommentAuthor, 'id' | 'username' | 'mark' | 'kind'>;
  excerpt: string;
}

export interface ThreadPage {
  comments: Comment[];
  parents?: Parent[];
  visitedUpTo?: string | null;
}

export interface Me {
  kind: 'guest' | 'account';
  id: string;
  name: string;
  originalName: string;
  nick: string | null;
  email: string | null;
  website: string | null;
  commentCount: number;
  roles?: string[];
  /** When the erasure that was asked for is due. */
  erasure: { dueAt: string } | null;
  /** Of accounts; `required`: staff, whose roles rest without one. */
  secondFactor?: 'on' | 'off' | 'required';
}

/** What is the person's own of an account, beside {@link Me}. */
export interface OwnAccount {
  username: string;
  email: string;
  bio: string | null;
  image: string | null;
}

/** A person, a source or a tag that somebody mutes. */
export interface Mute {
  kind: 'person' | 'source' | 'tag';
  /** A person's id, a source's key, or the tag. */
  key: string;
  name: string;
}

export interface Profile {
  username: string;
  bio: string | null;
  image: string | null;
  following: boolean;
}

export interface OpenSession {
  id: string;
  startedAt: string;
  expiresAt: string;
  current: boolean;
}

export interface OwnSanction {
  kind: 'warning' | 'suspension' | 'ban' | 'premoderation' | 'reinstatement';
  at: string;
  reason: string | null;
  note: string | null;
  until: string | null;
}

export interface Commenter {
  id: string;
  kind: 'guest' | 'account';
  username: string;
  mark?: string;
  bio: string | null;
  image: string | null;
  website?: string;
  role?: CommentAuthor['role'];
  commentCount: number;
}

export type CommentOfPerson = Comment & { article: { slug: string; title: string } };

/** What a search has found; the excerpt is plain text. */
export interface Found {
  kind: 'article' | 'comment';
  article: { id: string; slug: string; title: string };
  commentId: number | null;
  author: { id: string | null; username: string; kind: 'guest' | 'account' };
  createdAt: string;
  excerpt: { text: string; isMatch: boolean }[];
}
