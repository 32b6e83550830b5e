import type { PublishArticle } from '#contracts/articles/article.commands.js';

/** The field of an event that names the article's source; none where it has none. */
export const fromSource = (source: PublishArticle['source']): { source?: { name: string; url?: string } } =>
  source ? { source: { name: source.name, ...(source.url !== undefined && { url: source.url }) } } : {};
