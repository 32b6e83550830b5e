import type { ArticleFollower } from './article-follower.js';
import type { ArticleNews } from './article-news.js';

/** An article that is followed: one place up to which it was read for all, wherever one of them left off. */
export class FollowedArticle {
  readonly followers = new Set<ArticleFollower>();

  constructor(public upTo: number) {}

  tell(news: ArticleNews): void {
    this.upTo = news.last;
    for (const each of this.followers) each.tell(news);
  }
}
