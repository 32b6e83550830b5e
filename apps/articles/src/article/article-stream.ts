import type { StreamOf } from '#commands/stream-of.js';
import { topics } from '#contracts/topics.js';
import type { Article } from './article.decider.js';

/** The stream of an article. */
export const articleStream = (articleId: string): StreamOf<Article> => ({
  stream: `article-${articleId}`,
  topic: topics.articles.name,
  key: articleId,
});
