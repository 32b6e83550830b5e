import type { FastifyReply } from 'fastify';
import { type NewReply, readNewReplies } from '#read-models/comment-thread/read-new-replies.js';
import { readSequenceNow } from '#read-models/shown/read-sequence-now.js';
import type { Queryable } from '#postgres/shared-connection.js';
import { eventText } from './event-text.js';
import * as limits from './live-limits.js';
import type { LiveStreams } from './live-streams.js';
import { ReplyFollower } from './reply-follower.js';
import { Rounds } from './rounds.js';

/** Replies to people's own comments, for each of them. One query looks for all. */
export class ReplyStreams {
  private readonly followers = new Set<ReplyFollower>();
  private readonly rounds: Rounds;

  /** @param parts `lookUps` for small ones; `pool` for the replies to many people */
  constructor(private readonly parts: { streams: LiveStreams; lookUps: Queryable; pool: Queryable }) {
    const { restMs, backstopMs: everyMs } = limits;
    const isNeeded = () => this.followers.size > 0;
    this.rounds = new Rounds({ work: () => this.look(), isNeeded, restMs, everyMs });
  }

  /**
   * Begins a stream where a client left off, or now if it comes new or was away for too long. It is told once more of what
   * had just come when it left: an earlier sequence may have become visible later.
   * @throws Problem 503 where there is no room
   */
  async open(reply: FastifyReply, personId: string, left: number | undefined): Promise<void> {
    const { streams, lookUps } = this.parts;
    const now = await readSequenceNow(lookUps);
    const isResumed = left !== undefined && left <= now && left - limits.overlap > now - limits.resumableFor;
    const follower = new ReplyFollower(personId, isResumed ? left - limits.overlap : now);
    const heartbeat = () => follower.mark();
    const stream = streams.begin(reply, { lifeMs: limits.ownStreamMs, heartbeat });
    if (!isResumed) stream.send(eventText({ id: now, event: left === undefined ? 'now' : 'reload', data: {} }));
    if (stream.isClosed) return;
    follower.attach(stream);
    this.followers.add(follower);
    stream.whenClosed(() => this.followers.delete(follower));
    this.rounds.wake();
  }

  wake(): void {
    this.rounds.wake();
  }

  close(): void {
    this.rounds.stop();
  }

  private async look(): Promise<boolean> {
    const all = [...this.followers];
    const from = Math.min(...all.map(({ settled }) => settled));
    const people = [...new Set(all.map(({ personId }) => personId))];
    const most = limits.eventsAtOnce;
    const { now, replies } = await readNewReplies(this.parts.pool, { from, people, most });
    const isMore = replies.length === most;
    const last = replies.at(-1)?.sequence ?? from;
    const ofPerson = Map.groupBy(replies, ({ personId }) => personId);
    // What comes later has a later sequence, or one of a transaction that is under way.
    for (const each of all) each.tell(ofPerson.get(each.personId) ?? noReplies, isMore ? last : now - limits.overlap);
    return isMore;
  }
}

const noReplies: NewReply[] = [];
