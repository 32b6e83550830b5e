import { randomUUID } from 'node:crypto';
import { commentApproved, commentPosted } from '#contracts/comments/comment.examples.js';
import type { BroadsideEvent, DataOf, EventType } from '#contracts/events.js';
import { guestIntroduced, guestLinked, personErased, userRegistered } from '#contracts/people/person.examples.js';
import type { PersonKey } from '#keyring/keyring.js';
import { recorded } from '#testing/recorded.js';
import { editedText, type Said } from './naive-comments.js';

/** One step of the history; a step that is impossible at that moment does nothing. */
export interface Step {
  what: 'post' | 'hold' | 'import' | 'approve' | 'edit' | 'hold-again' | 'delete' | 'erase' | 'link';
  who: number;
  which: number;
  /** Milliseconds since the step before. */
  laterMs: number;
  /** Milliseconds by which the clock of the recording service is slow. */
  slowMs: number;
}

interface Posted {
  commentId: number;
  lane: number;
  authorId: string;
  isHeld: boolean;
}

const begun = Date.UTC(2026, 0, 2);
const iso = (ms: number) => new Date(ms).toISOString();

/** A history of two guests, an account and comments under two articles: events by partition, each in its order. */
export class CommentHistory {
  readonly guests = [randomUUID(), randomUUID()];
  readonly account = randomUUID();
  readonly articles = [randomUUID(), randomUUID()];
  readonly lanes = {
    ...{ 'users/0': [] as BroadsideEvent[], 'users/1': [] as BroadsideEvent[] },
    ...{ 'comments/0': [] as BroadsideEvent[], 'comments/1': [] as BroadsideEvent[] },
  };
  /** Texts in clear, by the comment's id. */
  readonly said = new Map<number, Said>();
  private readonly comments = new Map<number, Posted>();
  private readonly erased = new Set<string>();
  private readonly versions = new Map<string, number>();
  private nowMs = begun;

  constructor(
    steps: Step[],
    private readonly key: PersonKey,
    private readonly firstId: number,
  ) {
    for (const personId of this.guests) this.happens('GuestIntroduced', personId, { ...guestIntroduced, name: 'Ada' });
    this.happens('UserRegistered', this.account, { ...userRegistered, username: 'ada', email: 'a@example.org' });
    for (const step of steps) this.take(step);
  }

  get ids(): number[] {
    return [...this.said.keys()];
  }

  private take({ what, who, which, laterMs, slowMs }: Step): void {
    this.nowMs += laterMs;
    const people = [...this.guests, this.account];
    const personId = people[who % people.length] ?? '';
    if (what === 'erase') {
      if (!this.erased.has(personId)) this.happens('PersonErased', personId, personErased);
      this.erased.add(personId);
    } else if (what === 'link') {
      if (personId === this.account || this.erased.has(personId)) return;
      this.happens('GuestLinked', personId, { ...guestLinked, accountId: this.account });
    } else if (what === 'approve' || what === 'edit' || what === 'hold-again' || what === 'delete') {
      const there = [...this.comments.values()].filter(({ isHeld }) => isHeld || what !== 'approve');
      const comment = there[which % there.length];
      if (comment) this.change(what, comment, slowMs);
    } else this.post(what, personId, which);
  }

  private post(what: 'post' | 'hold' | 'import', personId: string, which: number): void {
    const commentId = this.firstId + this.said.size;
    const lane = which % 2;
    const before = [...this.comments.values()].filter((one) => one.lane === lane);
    const parentId = which > 4 ? (before[which % before.length]?.commentId ?? null) : null;
    const said = { name: `Name ${commentId}`, website: `https://${commentId}.example/`, body: `Words ${commentId}` };
    const kind = personId === this.account ? ('account' as const) : ('guest' as const);
    this.said.set(commentId, said);
    this.comments.set(commentId, { commentId, lane, authorId: personId, isHeld: what === 'hold' });
    this.happensTo(commentId, lane, 'CommentPosted', this.nowMs, {
      ...{ ...commentPosted, commentId, parentId, articleId: this.articles[lane] ?? '', body: said.body },
      author: { personId, kind, name: said.name, website: said.website },
      ...(what === 'hold' && { heldBecause: 'author-premoderated' as const }),
      ...(what === 'import' && { provenance: { source: 'archive', externalId: String(commentId) } }),
    });
  }

  private change(what: 'approve' | 'edit' | 'hold-again' | 'delete', comment: Posted, slowMs: number): void {
    const { commentId, lane, authorId, isHeld } = comment;
    const of = { ...commentApproved, commentId, articleId: this.articles[lane] ?? '' };
    const happens = <Type extends EventType>(type: Type, data: DataOf<Type>) =>
      this.happensTo(commentId, lane, type, this.nowMs - slowMs, data);
    const change = { ...of, authorId, wasShown: !isHeld };
    if (what === 'approve') happens('CommentApproved', of);
    else if (what === 'delete') happens('CommentDeleted', { ...change, by: slowMs % 2 === 0 ? 'author' : 'staff' });
    else {
      const body = editedText(commentId, (this.versions.get(`comment-${commentId}`) ?? 0) + 1);
      const held = isHeld || what === 'hold-again' ? { heldBecause: 'author-premoderated' as const } : {};
      const text = { body, format: 'text' as const, facts: commentPosted.facts, decidedOn: {} };
      happens('CommentEdited', { ...change, ...text, ...held });
    }
    if (what === 'delete') this.comments.delete(commentId);
    else this.comments.set(commentId, { ...comment, isHeld: what === 'hold-again' || (isHeld && what === 'edit') });
  }

  private happens<Type extends EventType>(type: Type, personId: string, data: DataOf<Type>): void {
    const lane = personId === this.guests[1] ? 'users/1' : 'users/0';
    const about = { stream: `person-${personId}`, topic: 'users.events.v1', key: personId } as const;
    this.lanes[lane].push(this.event(type, about, this.nowMs, { ...data, personId }));
  }

  private happensTo<Type extends EventType>(
    id: number,
    lane: number,
    type: Type,
    ms: number,
    data: DataOf<Type>,
  ): void {
    const about = { stream: `comment-${id}`, topic: 'comments.events.v1', key: this.articles[lane] ?? '' } as const;
    this.lanes[lane === 0 ? 'comments/0' : 'comments/1'].push(this.event(type, about, ms, data));
  }

  /** An archive's comment is recorded sixteen years after it happened, any other after a millisecond. */
  private event<Type extends EventType>(
    type: Type,
    about: Pick<BroadsideEvent, 'stream' | 'topic' | 'key'>,
    ms: number,
    data: DataOf<Type>,
  ): BroadsideEvent {
    const version = (this.versions.get(about.stream) ?? 0) + 1;
    this.versions.set(about.stream, version);
    const occurredAt = iso('provenance' in data ? ms - Date.UTC(1986) : ms - 1);
    const event = recorded({ ...about, type, version, occurredAt, under: this.key, data: () => data });
    return { ...event, recordedAt: iso(ms) };
  }
}
