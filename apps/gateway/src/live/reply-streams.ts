import type { FastifyReply } from 'fastify';
import type { NewReply } from '#read-models/comment-thread/read-new-replies.js';
import { readSequenceNow } from '#read-models/shown/read-sequence-now.js';
import type { Queryable } from '#postgres/shared-connection.js';
import { eventText } from './event-text.js';
import * as limits from './live-limits.js';
import type { LiveStreams } from './live-streams.js';
import { ReadsMissed } from './missed-replies.js';
import { ReplyFollower } from './reply-follower.js';
import { replyPages } from './reply-pages.js';
import { Rounds } from './rounds.js';

const noReplies: NewReply[] = [];

/**
 * Replies to people's own comments, for each of them. One query looks for what is new of all; what somebody missed is read
 * for them alone, so that nobody else waits for it.
 */
export class ReplyStreams {
  private readonly followers = new Set<ReplyFollower>();
  private readonly rounds: Rounds;
  private readonly missed: ReadsMissed;

  /** @param parts `lookUps` for small ones; `pool` for the replies to many people */
  constructor(private readonly parts: { streams: LiveStreams; lookUps: Queryable; pool: Queryable }) {
    const { restMs, backstopMs: everyMs } = limits;
    const isNeeded = () => this.followers.size > 0;
    this.rounds = new Rounds({ work: () => this.look(), isNeeded, restMs, everyMs });
    this.missed = new ReadsMissed(parts);
  }

  /**
   * Begins a stream where a client left off, or now if it comes new or was away for too long. It is told once more of what
   * had just come when it left: an earlier sequence may have become visible later.
   * @throws Problem 503 where there is no room
   */
  async open(reply: FastifyReply, personId: string, left: number | undefined): Promise<void> {
    const { now, replies } = await this.whatMissed(reply, personId, left);
    const follower = new ReplyFollower(personId, replies && left !== undefined ? left - limits.overlap : now, now);
    const heartbeat = () => follower.mark();
    const stream = this.parts.streams.begin(reply, { lifeMs: limits.ownStreamMs, heartbeat });
    const event = left === undefined ? 'now' : 'reload';
    if (!replies) stream.send(eventText({ id: now, event, data: {} }));
    await follower.begin(stream, replies ?? noReplies);
    if (stream.isClosed) return;
    follower.settle(now - limits.overlap, now);
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

  private async whatMissed({ raw }: FastifyReply, personId: string, left: number | undefined) {
    if (left !== undefined) return this.missed.read(personId, left, () => raw.destroyed);
    return { now: await readSequenceNow(this.parts.lookUps), replies: undefined };
  }

  private async look(): Promise<boolean> {
    const { lookUps, pool } = this.parts;
    const now = await readSequenceNow(lookUps);
    const all = this.near(now);
    if (all.length === 0) return false;
    const from = Math.min(...all.map(({ settled }) => settled));
    const people = [...new Set(all.map(({ personId }) => personId))];
    let last = noReplies;
    for await (const page of replyPages(pool, { from, people })) {
      const ofPerson = Map.groupBy(page, ({ personId }) => personId);
      for (const each of all) each.tell(ofPerson.get(each.personId) ?? noReplies);
      last = page;
    }
    const isMore = last.length === limits.eventsAtOnce;
    const readUpTo = isMore ? (last.at(-1)?.sequence ?? from) : now;
    // What comes later has a later sequence, or one of a transaction that is under way.
    for (const each of all) each.settle(Math.min(readUpTo, now - limits.overlap), now);
    return isMore;
  }

  /**
   * All but those who are far behind, because no look has succeeded for long. One for all from there might again not
   * succeed, so they resume, each alone.
   */
  private near(now: number): ReplyFollower[] {
    const { behind = [], near = [] } = Object.groupBy(this.followers, ({ settled }) =>
      settled < now - limits.maxBehind ? 'behind' : 'near',
    );
    for (const each of behind) each.end();
    return near;
  }
}
