import { articleActivity } from './article-activity.projection.js';

/** The heads alone of articles that are folded anew: they are locked before the search, as a batch locks them. */
export const articleHead: typeof articleActivity = {
  ...articleActivity,
  name: 'article-head',
  evolve: (_row, _event, articleId) => ({ articleId, news: [] }),
};
