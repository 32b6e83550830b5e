/** The parts of the gateway's answers to staff that the desk shows; docs/openapi.json has them whole. */
import type { Comment } from '#lib/answers.js';
import type { ArticleContent } from './article-form.js';

export type SanctionName = 'suspension' | 'ban' | 'premoderation';
export interface Sanction {
  reason: string;
  /** Null: until it is lifted. One that is past is over. */
  until: string | null;
}
export type Sanctions = Partial<Record<SanctionName, Sanction>>;

export interface HeldComment extends Comment {
  article: { slug: string | null; title: string | null };
  heldBecause: 'author-premoderated' | 'address-premoderated';
}

/** An article that is not published yet. */
export interface ListedDraft extends Omit<ArticleContent, 'body'> {
  /** Of the article that it becomes. */
  id: string;
  status: 'open' | 'submitted' | 'scheduled';
  /** Null unless it is scheduled. */
  publishAt: string | null;
  /** Why an editor gave it back. */
  note: string | null;
  /** Why it could not be published when it was due, and came back. */
  reason: 'incomplete' | 'section' | 'scheduler' | 'other' | null;
  author: { id: string; username: string };
  updatedAt: string;
  version: number;
}
export type Draft = ListedDraft & ArticleContent;

/** What an article or draft said, the latest first, and what differs in two of them. */
export interface Revisions {
  revisions: {
    version: number;
    at: string;
    /** Null: the system, or somebody who is gone. */
    actorName: string | null;
    isDraft: boolean;
    title: string;
  }[];
  /** `before` of the next page. */
  next: number | null;
  difference?: {
    field: 'title' | 'description' | 'body' | 'remark' | 'tagList' | 'source' | 'sectionId' | 'format';
    parts: { is: 'same' | 'added' | 'removed'; text: string }[];
  }[];
}

export interface ListedPerson {
  id: string;
  kind: 'guest' | 'account' | 'erased';
  name: string;
  nick: string | null;
  roles: string[];
  sanctions: Sanctions;
  linkedTo: string | null;
  /** With those of linked guests. */
  commentCount: number;
  /** Null: they stay. */
  erasureDueAt: string | null;
}

export interface HistoryEntry {
  type: string;
  at: string;
  /** Null: the system. */
  actorId: string | null;
  actorName: string | null;
  reason: string | null;
  note: string | null;
  until: string | null;
  role: string | null;
  accountId: string | null;
}

export interface PersonRecord extends ListedPerson {
  history: HistoryEntry[];
  /** The guests that have become this account. */
  guests: { id: string; name: string; version: number }[];
  /** What they were called, the latest first. */
  names: { name: string; kind: 'original' | 'picked' | 'restored'; since: string }[];
  /** How much a step meets. */
  reach: Record<'comments' | 'shown' | 'held' | 'guests' | 'following' | 'followers', number>;
}

export interface AddressRange {
  id: string;
  /** As 203.0.113.0/24. */
  range: string;
  version: number;
  sanctions: Sanctions;
}

export interface ServiceNow {
  name: string;
  url?: string;
  /** Of a projector, which takes no requests. */
  host?: string;
  ready: boolean;
  version: string | null;
  why?: string;
}

/** A projection set. */
export interface ProjectionSet {
  name: string;
  /** Null: not known. */
  lag: number | null;
  missing: number;
  haltedStreams: number;
  parkedStreams: number;
  parkedOldestSeconds: number;
  /** The latest. */
  halted: { stream: string; version: number; reason: string; at: string }[];
  /** Those that wait longest. */
  parked: { stream: string; version: number; at: string }[];
  unknownTypes: { type: string; streams: number; since: string }[];
}

export interface Operations {
  services: ServiceNow[];
  outbox: { service: string; waiting: number; republished: number; oldestSeconds: number }[];
  projections: ProjectionSet[];
  deadLetters: { id: string; set: string; topic: string; stream: string | null; reason: string; at: string }[];
  /** What could not be learned now. */
  unknown: { what: string; why: string }[];
}

/** What is in force at a time, the gravest first. */
export const inForce = (sanctions: Sanctions, now: string): SanctionName[] =>
  (['ban', 'suspension', 'premoderation'] as const).filter((name) => {
    const sanction = sanctions[name];
    return sanction !== undefined && (sanction.until === null || sanction.until > now);
  });

const isStill = ({ haltedStreams, parkedStreams, missing, unknownTypes }: ProjectionSet) =>
  haltedStreams + parkedStreams + missing + unknownTypes.length > 0;

/** Whether nobody has to look: all is ready and known, and nothing stands still. */
export const isWell = ({ services, projections, deadLetters, unknown }: Operations): boolean =>
  services.every(({ ready }) => ready) && !projections.some(isStill) && deadLetters.length + unknown.length === 0;

/** An entry of the house thesaurus. */
export interface Entry {
  entryId: string;
  kind: 'gloss' | 'substitution';
  term: string;
  inflections: string[];
  text: string;
  sectionId: string | null;
  caseSensitive: boolean;
  wholeWords: boolean;
  version: number;
}

export interface Impact {
  articles: { slug: string; title: string; publishedAt: string; houseVersion: number | null }[];
  lookedAt: number;
}

type ShownTerm = Pick<Entry, 'kind' | 'term' | 'text'>;
interface View {
  title: string;
  description: string;
  bodyHtml: string;
}

/** What the present version of the thesaurus would show of an article otherwise. */
export interface Difference {
  pinned: number | null;
  present: number | null;
  before: View;
  after: View;
  gained: ShownTerm[];
  lost: ShownTerm[];
}

/** What a comment has said, the first first. */
export interface CommentRevisions {
  revisions: { version: number; at: string; name: string; bodyHtml: string }[];
  deleted: { by: 'author' | 'staff'; at: string } | null;
}
