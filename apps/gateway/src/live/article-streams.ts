import type { FastifyReply } from 'fastify';
import { type ArticleActivity, readArticleActivity } from '#read-models/shown/read-article-activity.js';
import { type LiveStart, readLiveStart } from '#read-models/shown/read-live-start.js';
import type { Queryable } from '#postgres/shared-connection.js';
import { ArticleFollower } from './article-follower.js';
import { ArticleNews } from './article-news.js';
import { eventText } from './event-text.js';
import { FollowedArticle } from './followed-article.js';
import * as limits from './live-limits.js';
import type { LiveStreams } from './live-streams.js';
import { Rounds } from './rounds.js';

/** Whether all that came since is still there. A sequence that is ahead of the head is none of this database. */
const canResume = (left: number, { head, now, missed }: LiveStart) =>
  left === head || (left < head && left > now - limits.resumableFor && missed <= limits.maxMissed);

const nothing: ArticleActivity[] = [];

/**
 * What happens to articles, for whoever follows them. One query looks for what is new of all of them; what somebody
 * missed is read for them alone, so that nobody else waits for it.
 */
export class ArticleStreams {
  private readonly articles = new Map<string, FollowedArticle>();
  private readonly rounds: Rounds;

  /** @param parts `lookUps` for small ones; `pool` for what is new of many articles */
  constructor(private readonly parts: { streams: LiveStreams; lookUps: Queryable; pool: Queryable }) {
    const { restMs, backstopMs: everyMs } = limits;
    const isNeeded = () => this.articles.size > 0;
    this.rounds = new Rounds({ work: () => this.look(), isNeeded, restMs, everyMs });
  }

  /**
   * Begins a stream where a client left off, or now if it comes new or was away for too long.
   * @throws Problem 503 where there is no room
   */
  async open(reply: FastifyReply, articleId: string, left: number | undefined): Promise<void> {
    const most = limits.maxMissed + 1;
    const start = await readLiveStart(this.parts.lookUps, { articleId, left: left ?? null, most });
    const isResumed = left !== undefined && canResume(left, start);
    const from = isResumed ? left : start.head;
    const follower = new ArticleFollower(from);
    const { upTo, leave } = this.join(articleId, follower, start.head);
    try {
      // Begun after joining, so it sees all that the others were told before.
      const missed = from < upTo ? await this.readMissed(articleId, from) : nothing;
      const stream = this.parts.streams.begin(reply, { lifeMs: limits.streamMs });
      if (stream.isClosed) leave();
      else stream.whenClosed(leave);
      const { head, commentsCount } = start;
      const event = left === undefined ? 'now' : 'reload';
      if (!isResumed) stream.send(eventText({ id: head, event, data: { commentsCount } }));
      // More came since they were counted than is told at once: what they have of it is no whole, so they resume.
      if (missed.length > limits.maxMissed) stream.end();
      await follower.begin(stream, new ArticleNews(missed, from));
    } catch (error) {
      leave();
      throw error;
    }
  }

  wake(): void {
    this.rounds.wake();
  }

  close(): void {
    this.rounds.stop();
  }

  /** @returns the sequence behind which they are told what is new, from now on, until they leave */
  private join(articleId: string, follower: ArticleFollower, head: number) {
    const article = this.articles.get(articleId) ?? new FollowedArticle(head);
    this.articles.set(articleId, article);
    article.followers.add(follower);
    this.rounds.wake();
    const leave = () => {
      article.followers.delete(follower);
      if (article.followers.size === 0 && this.articles.get(articleId) === article) this.articles.delete(articleId);
    };
    return { upTo: article.upTo, leave };
  }

  private readMissed(articleId: string, from: number): Promise<ArticleActivity[]> {
    return readArticleActivity(this.parts.lookUps, new Map([[articleId, from]]), limits.maxMissed + 1);
  }

  private async look(): Promise<boolean> {
    const articles = new Map(this.articles);
    const from = new Map([...articles].map(([articleId, { upTo }]) => [articleId, upTo]));
    const news = await readArticleActivity(this.parts.pool, from, limits.eventsAtOnce);
    const ofArticles = Map.groupBy(news, ({ articleId }) => articleId);
    for (const [articleId, each] of ofArticles)
      articles.get(articleId)?.tell(new ArticleNews(each, from.get(articleId) ?? 0));
    return [...ofArticles.values()].some(({ length }) => length === limits.eventsAtOnce);
  }
}
