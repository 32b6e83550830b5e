import type { NewReply } from '#read-models/comment-thread/read-new-replies.js';
import { eventText } from './event-text.js';
import { overlap } from './live-limits.js';
import type { LiveStream } from './live-stream.js';

const keyOf = ({ articleId, sequence }: NewReply) => `${articleId} ${sequence}`;

const textOf = ({ sequence, commentId, parentId, slug }: NewReply) =>
  eventText({ id: sequence, event: 'reply', data: { commentId, parentId, slug } });

/** Somebody who follows the replies to their comments, with what they have been told. */
export class ReplyFollower {
  private stream: LiveStream | undefined;
  /** Of what they were told, the sequences that are looked for once more. */
  private told: Map<string, number> | undefined;

  /** @param settled the sequence before which nothing new is to come */
  constructor(
    readonly personId: string,
    public settled: number,
  ) {}

  attach(stream: LiveStream): void {
    this.stream = stream;
  }

  /** Lets the client resume from here, though it was told nothing: an id without an event. */
  mark(): string {
    return `id: ${this.settled + overlap}\n\n`;
  }

  /** @param settled the sequence before which nothing new is to come, once they are told of these */
  tell(replies: NewReply[], settled: number): void {
    const fresh = replies.filter((each) => each.sequence >= this.settled && !this.told?.has(keyOf(each)));
    if (fresh.length > 0) this.stream?.send(fresh.map(textOf).join(''));
    for (const each of fresh) (this.told ??= new Map()).set(keyOf(each), each.sequence);
    this.settled = Math.max(this.settled, settled);
    if (this.told === undefined) return;
    for (const [key, sequence] of this.told) if (sequence < this.settled) this.told.delete(key);
    if (this.told.size === 0) this.told = undefined;
  }
}
