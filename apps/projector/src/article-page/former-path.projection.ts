import { formerPathOf } from '#contracts/articles/former-path.js';
import type { Projection } from '#projection/projection.js';
import { saveFormerPaths, type FormerPathsOfArticle } from '#read-models/former-path/save-former-paths.js';

/** Where imported articles stood before, from the articles topic. */
export const formerPath: Projection<FormerPathsOfArticle> = {
  name: 'former-path',
  rowIds: (event) =>
    event.type === 'ArticlePublished' && event.data.provenance !== undefined ? [event.data.articleId] : [],
  begins: () => true,
  evolve: (_row, event, articleId) => {
    if (event.type !== 'ArticlePublished') return undefined;
    const { slug, provenance: { permalink, formerAddresses = [] } = {} } = event.data;
    const addresses = permalink === undefined ? formerAddresses : [permalink, ...formerAddresses];
    const paths = [...new Set(addresses.flatMap((address) => formerPathOf(address) ?? []))];
    return { articleId, slug, paths };
  },
  save: saveFormerPaths,
};
