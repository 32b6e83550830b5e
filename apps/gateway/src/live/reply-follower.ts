import { setImmediate as endOfTurn } from 'node:timers/promises';
import type { NewReply } from '#read-models/comment-thread/read-new-replies.js';
import { eventText } from './event-text.js';
import { eventsInOneTurn, overlap } from './live-limits.js';
import type { LiveStream } from './live-stream.js';

const keyOf = ({ articleId, sequence }: NewReply) => `${articleId} ${sequence}`;

const textOf = ({ sequence, commentId, parentId, slug }: NewReply) =>
  eventText({ id: sequence, event: 'reply', data: { commentId, parentId, slug } });

/** Somebody who follows the replies to their comments, with what they have been told. */
export class ReplyFollower {
  private stream: LiveStream | undefined;
  /** Of what they were told, the sequences that are looked for once more. */
  private told: Map<string, number> | undefined;

  /** @param settled the sequence before which nothing new is to come; @param now the sequence of now */
  constructor(
    readonly personId: string,
    public settled: number,
    private now: number,
  ) {}

  /** Tells what they missed. In turns: what is written within one counts as waiting for the reader. */
  async begin(stream: LiveStream, missed: NewReply[]): Promise<void> {
    this.stream = stream;
    for (let at = 0; at < missed.length; at += eventsInOneTurn) {
      this.tell(missed.slice(at, at + eventsInOneTurn));
      await endOfTurn();
    }
  }

  /**
   * Lets the client resume from here, though it was told nothing: an id without an event. None that is ahead of now: it
   * would be taken for one of another database.
   */
  mark(): string {
    return `id: ${Math.min(this.settled + overlap, this.now)}\n\n`;
  }

  tell(replies: NewReply[]): void {
    const fresh = replies.filter((each) => each.sequence >= this.settled && !this.told?.has(keyOf(each)));
    if (fresh.length > 0) this.stream?.send(fresh.map(textOf).join(''));
    for (const each of fresh) (this.told ??= new Map()).set(keyOf(each), each.sequence);
  }

  /** @param settled the sequence before which they were told all; @param now the sequence of now, before it was read */
  settle(settled: number, now: number): void {
    this.now = now;
    this.settled = Math.max(this.settled, settled);
    if (this.told === undefined) return;
    for (const [key, sequence] of this.told) if (sequence < this.settled) this.told.delete(key);
    if (this.told.size === 0) this.told = undefined;
  }

  /** Their client resumes. */
  end(): void {
    this.stream?.end();
  }
}
