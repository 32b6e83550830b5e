import type { Projection } from '#projection/projection.js';
import { loadSlugs } from '#read-models/article-slug/load-slugs.js';
import { saveFormerSlugs, type SlugsOfArticle } from '#read-models/article-slug/save-former-slugs.js';
import { isAbout } from './is-about.js';

/** The slugs that articles had, from the articles topic. */
export const articleSlug: Projection<SlugsOfArticle> = {
  name: 'article-slug',
  rowIds: (event) => (isAbout(event) ? [event.data.articleId] : []),
  load: loadSlugs,
  evolve: (row, event, articleId) => {
    if (event.type === 'ArticlePublished') return { articleId, slug: event.data.slug, former: [] };
    if (!row) return undefined;
    const givenUp = { ...row, former: [...row.former, row.slug] };
    if (event.type === 'ArticleWithdrawn') return givenUp;
    if (event.type !== 'ArticleRevised' || event.data.slug === row.slug) return undefined;
    return { ...givenUp, slug: event.data.slug };
  },
  save: saveFormerSlugs,
};
