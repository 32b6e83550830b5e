import type { Article } from './answers.js';
import type { Site } from './server/site.js';

/** The article for search engines (https://schema.org/NewsArticle). */
export const newsArticle = (article: Article, site: Site, path: string) => ({
  '@context': 'https://schema.org',
  '@type': 'NewsArticle',
  headline: article.title,
  description: article.description,
  datePublished: article.createdAt,
  dateModified: article.updatedAt,
  inLanguage: site.language,
  author: { '@type': 'Person', name: article.author.username },
  publisher: { '@type': 'Organization', name: site.name },
  mainEntityOfPage: path,
  articleSection: article.section?.name ?? article.tagList[0],
  keywords: article.tagList,
  commentCount: article.commentCount,
  ...(article.source && {
    isBasedOn: { '@type': 'CreativeWork', name: article.source.name, url: article.source.url },
  }),
});
