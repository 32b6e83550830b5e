import type { FastifyReply } from 'fastify';
import { type ArticleActivity, readArticleActivity } from '#read-models/shown/read-article-activity.js';
import { type LiveStart, readLiveStart } from '#read-models/shown/read-live-start.js';
import type { Queryable } from '#postgres/shared-connection.js';
import { eventText } from './event-text.js';
import * as limits from './live-limits.js';
import type { LiveStream } from './live-stream.js';
import type { LiveStreams } from './live-streams.js';
import { Rounds } from './rounds.js';

interface Follower {
  stream: LiveStream;
  /** The sequence up to which they have been told. */
  upTo: number;
}

/** Whether all that came since is still there. A sequence that is ahead of the head is none of this database. */
const canResume = (left: number, { head, now, missed }: LiveStart) =>
  left === head || (left < head && left > now - limits.resumableFor && missed <= limits.maxMissed);

const textOf = ({ sequence, kind, commentId, commentsCount }: ArticleActivity) =>
  eventText({
    ...{ id: sequence, event: 'activity' },
    data: { kind, ...(commentId !== null && { commentId }), commentsCount },
  });

/** What happens to articles, for whoever follows them. One query looks for all of them. */
export class ArticleStreams {
  private readonly followers = new Map<string, Set<Follower>>();
  private readonly rounds: Rounds;

  /** @param parts `lookUps` for small ones; `pool` for what is new of many articles */
  constructor(private readonly parts: { streams: LiveStreams; lookUps: Queryable; pool: Queryable }) {
    const { restMs, backstopMs: everyMs } = limits;
    const isNeeded = () => this.followers.size > 0;
    this.rounds = new Rounds({ work: () => this.look(), isNeeded, restMs, everyMs });
  }

  /**
   * Begins a stream where a client left off, or now if it comes new or was away for too long.
   * @throws Problem 503 where there is no room
   */
  async open(reply: FastifyReply, articleId: string, left: number | undefined): Promise<void> {
    const { streams, lookUps } = this.parts;
    const most = limits.maxMissed + 1;
    const start = await readLiveStart(lookUps, { articleId, left: left ?? null, most });
    const stream = streams.begin(reply, { lifeMs: limits.streamMs });
    const isResumed = left !== undefined && canResume(left, start);
    const { head, commentsCount } = start;
    const event = left === undefined ? 'now' : 'reload';
    if (!isResumed) stream.send(eventText({ id: head, event, data: { commentsCount } }));
    this.follow(articleId, { stream, upTo: isResumed ? left : head });
  }

  wake(): void {
    this.rounds.wake();
  }

  close(): void {
    this.rounds.stop();
  }

  private follow(articleId: string, follower: Follower): void {
    if (follower.stream.isClosed) return;
    const all = this.followers.get(articleId) ?? new Set();
    this.followers.set(articleId, all.add(follower));
    follower.stream.whenClosed(() => {
      all.delete(follower);
      if (all.size === 0 && this.followers.get(articleId) === all) this.followers.delete(articleId);
    });
    this.rounds.wake();
  }

  private async look(): Promise<boolean> {
    const from = new Map([...this.followers].map(([articleId, all]) => [articleId, earliest(all)]));
    const news = await readArticleActivity(this.parts.pool, from, limits.eventsAtOnce);
    const ofArticles = Map.groupBy(news, ({ articleId }) => articleId);
    for (const [articleId, each] of ofArticles) this.tell(articleId, each, from.get(articleId) ?? 0);
    return [...ofArticles.values()].some(({ length }) => length === limits.eventsAtOnce);
  }

  /** @param from where the reading began: who came meanwhile and left off earlier is told by the next. */
  private tell(articleId: string, news: ArticleActivity[], from: number): void {
    const texts = news.map((each) => [each.sequence, textOf(each)] as const);
    const last = news.at(-1)?.sequence ?? from;
    // Most followers have been told the same.
    const whole = texts.map(([, text]) => text).join('');
    for (const follower of this.followers.get(articleId) ?? []) {
      const { upTo, stream } = follower;
      if (upTo < from || upTo >= last) continue;
      stream.send(upTo === from ? whole : texts.map(([at, text]) => (at > upTo ? text : '')).join(''));
      follower.upTo = last;
      if (news.some(({ kind }) => kind === 'article-withdrawn')) stream.end();
    }
  }
}

const earliest = (followers: Iterable<Follower>) => Math.min(...[...followers].map(({ upTo }) => upTo));
