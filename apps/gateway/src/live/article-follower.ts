import { setImmediate as endOfTurn } from 'node:timers/promises';
import type { ArticleNews } from './article-news.js';
import type { LiveStream } from './live-stream.js';

/** Somebody who follows an article. What is told while they catch up waits, so that it comes behind what they missed. */
export class ArticleFollower {
  private stream: LiveStream | undefined;
  private waiting: ArticleNews[] = [];

  /** @param upTo the sequence up to which they have been told */
  constructor(private upTo: number) {}

  tell(news: ArticleNews): void {
    if (this.stream) this.send(this.stream, news);
    else this.waiting.push(news);
  }

  /**
   * Tells what was missed, then what came meanwhile. Each in a turn of its own: what is written within one turn counts as
   * waiting for the reader.
   */
  async begin(stream: LiveStream, missed: ArticleNews): Promise<void> {
    for (let next: ArticleNews | undefined = missed; next; next = this.waiting.shift()) {
      this.send(stream, next);
      await endOfTurn();
    }
    this.stream = stream;
  }

  private send(stream: LiveStream, news: ArticleNews): void {
    if (this.upTo >= news.last) return;
    stream.send(news.textBehind(this.upTo));
    this.upTo = news.last;
    if (news.isWithdrawn) stream.end();
  }
}
