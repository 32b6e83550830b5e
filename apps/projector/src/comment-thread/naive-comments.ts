import type { BroadsideEvent } from '#contracts/events.js';
import type { CommentStateRow } from '#read-models/comment-thread/comment-state.entity.js';
import type { CommentTextRow } from '#read-models/comment-thread/comment-text.entity.js';

export interface Said {
  name: string;
  website: string;
  body: string;
}

type Posted = Extract<BroadsideEvent, { type: 'CommentPosted' }>;
type Of<Type extends string> = Extract<BroadsideEvent, { type: Type }>;

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
    return this.posted().map((event, at) => {
      const { body = '', bodyHtml = '' } = texts[at] ?? {};
      const { commentId, articleId, parentId, author, heldBecause, provenance } = event.data;
      const why = heldBecause !== undefined && !this.isApproved(commentId) ? heldBecause : null;
      const { personId, kind } = author;
      return {
        ...{ commentId, articleId, parentId, personId, kind, postedAt: event.occurredAt, version: 1 },
        ...{
          bytes: body.length + bodyHtml.length,
          imported: provenance !== undefined,
          shown: why === null,
          shownSince: why === null ? this.shownSince(event) : null,
          heldBecause: why,
        },
      };
    });
  }

  texts(): CommentTextRow[] {
    const erased = new Set(ofType(this.events, 'PersonErased').map(({ data }) => data.personId));
    return this.posted().map(({ data: { commentId, author } }) => {
      const is = { commentId, version: 1, format: 'text' as const };
      const said = this.said.get(commentId);
      if (!said || erased.has(author.personId)) {
        return { ...is, name: '[erased]', website: null, body: '[erased]', bodyHtml: '<p>[erased]</p>' };
      }
      return { ...is, ...said, bodyHtml: `<p>${said.body}</p>` };
    });
  }

  /** Every time at which something changed, and the moments just before and after it, ISO 8601. */
  moments(): string[] {
    const times = this.events.flatMap(({ occurredAt, recordedAt }) => [occurredAt, recordedAt].map(Date.parse));
    const moments = new Set(times.flatMap((ms) => [ms - 1, ms, ms + 1]));
    return [...moments].sort((one, other) => one - other).map((ms) => new Date(ms).toISOString());
  }

  /** What readers saw, at a moment, of each comment that existed then. */
  seenAt(moment: string): { commentId: number; version: number; why: string | null }[] {
    return this.posted().flatMap(({ data: { commentId, heldBecause, provenance }, occurredAt, recordedAt }) => {
      const postedAt = provenance === undefined ? recordedAt : occurredAt;
      if (postedAt > moment) return [];
      const why = heldBecause !== undefined && !this.isApproved(commentId, moment) ? heldBecause : null;
      return [{ commentId, version: 1, why }];
    });
  }

  /** The number of shown comments of each of these articles. */
  counts(articleIds: string[]): number[] {
    return articleIds.map((id) => this.states().filter(({ articleId, shown }) => articleId === id && shown).length);
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

  private shownSince({ data: { commentId, heldBecause, provenance }, occurredAt, recordedAt }: Posted): string {
    const postedAt = provenance === undefined ? recordedAt : occurredAt;
    const approved = ofType(this.events, 'CommentApproved').find(({ data }) => data.commentId === commentId);
    return heldBecause === undefined || !approved || approved.recordedAt < postedAt ? postedAt : approved.recordedAt;
  }

  private isApproved(id: number, by = '9999'): boolean {
    return ofType(this.events, 'CommentApproved').some(
      ({ data: { commentId }, recordedAt }) => commentId === id && recordedAt <= by,
    );
  }
}
