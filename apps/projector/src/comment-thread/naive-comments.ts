import type { HeldBecause } from '#contracts/comments/comment.events.js';
import type { BroadsideEvent } from '#contracts/events.js';
import type { CommentStateRow } from '#read-models/comment-thread/comment-state.entity.js';
import type { CommentTextRow } from '#read-models/comment-thread/comment-text.entity.js';

export interface Said {
  name: string;
  website: string;
  body: string;
}

type Of<Type extends string> = Extract<BroadsideEvent, { type: Type }>;
type Posted = Of<'CommentPosted'>;
type Change = Of<'CommentEdited' | 'CommentDeleted'>;

interface Seen {
  commentId: number;
  version: number;
  why: string | null;
}

/** What a comment says from the event of this version on. */
export const editedText = (commentId: number, version: number): string => `Words ${commentId}, once more ${version}`;

const ofType = <Type extends BroadsideEvent['type']>(events: BroadsideEvent[], type: Type): Of<Type>[] =>
  events.filter((event): event is Of<Type> => event.type === type);

/** The comments that these events make, whatever the order of delivery; computed anew for every question. */
export class NaiveComments {
  constructor(
    private readonly events: BroadsideEvent[],
    private readonly said: ReadonlyMap<number, Said>,
  ) {}

  states(): CommentStateRow[] {
    const texts = this.texts();
    const states = this.posted().map((event): CommentStateRow => {
      const { commentId, articleId, parentId, author, provenance } = event.data;
      const [last, gone] = [this.changesOf(event).at(-1), this.changesOf(event).at(-1)?.type === 'CommentDeleted'];
      const text = texts.findLast((each) => each.commentId === commentId);
      const why = gone ? null : (this.seenOf(event)?.why ?? null);
      const { personId, kind } = author;
      const isShown = why === null && !gone;
      return {
        ...{ commentId, articleId, parentId, personId, kind, postedAt: event.occurredAt },
        ...{ version: last?.version ?? 1, bytes: `${text?.body}${text?.bodyHtml}`.length },
        ...{ imported: provenance !== undefined, shown: isShown, deleted: gone },
        ...{ shownSince: isShown ? this.shownSince(event) : null, heldBecause: why as HeldBecause | null },
      };
    });
    const isAnswered = (id: number) =>
      states.some(({ parentId, shown, deleted }) => parentId === id && shown && !deleted);
    return states.map((state) => (state.deleted ? { ...state, shown: isAnswered(state.commentId) } : state));
  }

  texts(): CommentTextRow[] {
    const erased = new Set(ofType(this.events, 'PersonErased').map(({ data }) => data.personId));
    return this.posted().flatMap((event): CommentTextRow[] => {
      const { commentId, author } = event.data;
      const said = this.said.get(commentId);
      const first = { commentId, version: 1, format: 'text' as const, editedAt: null, deletedBy: null };
      const of = (body: string) =>
        !said || erased.has(author.personId)
          ? { name: '[erased]', website: null, body: '[erased]', bodyHtml: '<p>[erased]</p>' }
          : { ...said, body, bodyHtml: `<p>${body}</p>` };
      return [
        { ...first, ...of(said?.body ?? '') },
        ...this.changesOf(event).map((change) => {
          const next = { ...first, version: change.version };
          if (change.type === 'CommentEdited') {
            return { ...next, ...of(editedText(commentId, change.version)), editedAt: change.occurredAt };
          }
          return { ...next, name: '', website: null, body: '', bodyHtml: '', deletedBy: change.data.by };
        }),
      ];
    });
  }

  /** Every time at which something changed, and the moments just before and after it, ISO 8601. */
  moments(): string[] {
    const times = this.events.flatMap(({ occurredAt, recordedAt }) => [occurredAt, recordedAt].map(Date.parse));
    const moments = new Set(times.flatMap((ms) => [ms - 1, ms, ms + 1]));
    return [...moments].sort((one, other) => one - other).map((ms) => new Date(ms).toISOString());
  }

  /** What readers saw, at a moment, of each comment that existed then. */
  seenAt(moment: string): Seen[] {
    return this.posted().flatMap((event) => this.seenOf(event, moment) ?? []);
  }

  /** The number of shown comments of each of these articles. */
  counts(articleIds: string[]): number[] {
    return articleIds.map(
      (id) => this.states().filter((one) => one.articleId === id && one.shown && !one.deleted).length,
    );
  }

  /** The comments of an account and of the guests linked to it; none if erased. */
  ownedBy(accountId: string): number[] {
    const gone = new Set(ofType(this.events, 'PersonErased').map(({ data }) => data.personId));
    const linked = ofType(this.events, 'GuestLinked').filter(({ data }) => data.accountId === accountId);
    const owners = new Set([accountId, ...linked.map(({ data }) => data.personId).filter((id) => !gone.has(id))]);
    return this.posted().flatMap(({ data }) => (owners.has(data.author.personId) ? [data.commentId] : []));
  }

  private posted(): Posted[] {
    return ofType(this.events, 'CommentPosted').sort((one, other) => one.data.commentId - other.data.commentId);
  }

  /** The events of a comment behind its first, with the times at which they took effect: never before the one before. */
  private effectsOf(event: Posted) {
    let at = event.data.provenance === undefined ? event.recordedAt : event.occurredAt;
    const first = { event: event as Posted | Change | Of<'CommentApproved'>, at };
    const later = this.events
      .filter((each): each is Change | Of<'CommentApproved'> => each.stream === event.stream && each.version > 1)
      .map((each) => {
        at = each.recordedAt > at ? each.recordedAt : at;
        return { event: each, at };
      });
    return [first, ...later];
  }

  private seenOf(posted: Posted, moment = '9999'): Seen | undefined {
    let seen: Seen | undefined;
    for (const { event, at } of this.effectsOf(posted)) {
      if (at > moment) break;
      const { commentId } = event.data;
      if (event.type === 'CommentApproved') seen = { ...(seen ?? { commentId, version: 1 }), why: null };
      else if (event.type === 'CommentDeleted')
        seen = { commentId, version: event.version, why: `deleted-by-${event.data.by}` };
      else seen = { commentId, version: event.version, why: event.data.heldBecause ?? null };
    }
    return seen;
  }

  /** Since when readers see it without a break; an edit is none. */
  private shownSince(posted: Posted): string | null {
    let since: string | null = null;
    for (const { event, at } of this.effectsOf(posted)) {
      const isShown =
        event.type === 'CommentApproved' ||
        ('heldBecause' in event.data ? event.data.heldBecause === undefined : event.type !== 'CommentDeleted');
      since = isShown ? (since ?? at) : null;
    }
    return since;
  }

  private changesOf({ stream }: Posted): Change[] {
    return this.events.filter(
      (event): event is Change =>
        event.stream === stream && (event.type === 'CommentEdited' || event.type === 'CommentDeleted'),
    );
  }
}
